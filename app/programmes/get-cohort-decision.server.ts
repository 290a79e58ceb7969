import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import { type CouncilOfRun, listRankedCouncils } from "./list-ranked-councils.server";

export type CohortDecision = {
  run: { id: string; number: number; state: string };
  programme: { id: string; name: string; cohortSize: number; smallestCouncil: number };
  councils: CouncilOfRun[];
};

/** The councils of a run in order of proportion, to decide which are priority; for admins. 404 where there is none. */
export async function getCohortDecision(asked: { actor: Actor; runId: string | undefined }): Promise<CohortDecision> {
  const id = requireId(asked.runId);
  return asActor(asked.actor, async (tx) => {
    const run = await tx.identificationRun.findUnique({
      where: { id },
      include: { programme: { select: { id: true, name: true, cohortSize: true, smallestCouncil: true } } },
    });
    if (!run) throw new Response("Not found", { status: 404 });
    const { number, state, programme } = run;
    return { run: { id, number, state }, programme, councils: await listRankedCouncils(tx, id) };
  });
}
