import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import { type Cohort, type CouncilOfRun, listRankedCouncils } from "./list-ranked-councils.server";

/** The cohort that a council has from an earlier publication, or was given since, and why. */
export type StandingCohort = { cohort: Cohort; reason: string | null };

export type CohortDecision = {
  run: { id: string; number: number; state: string };
  programme: { id: string; name: string; cohortSize: number; smallestCouncil: number };
  councils: CouncilOfRun[];
  /** By council code. None of a published run: its cohorts are those that it was published with. */
  standing: Record<string, StandingCohort>;
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
    const memberships =
      state === "published" ? [] : await tx.cohortMembership.findMany({ where: { programmeId: programme.id } });
    return {
      run: { id, number, state },
      programme,
      councils: await listRankedCouncils(tx, id),
      standing: Object.fromEntries(
        memberships.map(({ councilCode, cohort, reason }) => [councilCode, { cohort: cohort as Cohort, reason }]),
      ),
    };
  });
}
