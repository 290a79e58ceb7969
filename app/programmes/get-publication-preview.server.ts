import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import type { Cohort } from "./list-ranked-councils.server";
import { listTold, planPublication, type ToldCouncil } from "./plan-publication.server";

type CohortPreview = {
  cohort: Cohort;
  /** "2027-02-26". */
  dueOn: string;
  councils: number;
  schools: number;
};

export type PublicationPreview = {
  run: { id: string; number: number; state: string; version: number };
  programme: { id: string; name: string; state: string; version: number };
  cohorts: CohortPreview[];
  opened: number;
  attached: number;
  following: number;
  /** Open cases of the programme whose school this run does not flag. */
  notFlagged: number;
  /** Those that are told, with what they are told. */
  councils: ToldCouncil[];
  problems: string[];
};

/** What publishing a run would do if it were done now, for admins. 404 where there is no such run. */
export async function getPublicationPreview(asked: {
  actor: Actor;
  runId: string | undefined;
  today: string;
}): Promise<PublicationPreview> {
  const id = requireId(asked.runId);
  return asActor(asked.actor, async (tx) => {
    const run = await tx.identificationRun.findUnique({ where: { id }, include: { programme: true } });
    if (!run) throw new Response("Not found", { status: 404 });
    const plan = await planPublication(tx, { run, today: asked.today });
    const { programme, councils, dueOn, flagged, problems } = plan;
    const running = flagged.flatMap(({ openCaseId }) => openCaseId ?? []);
    const notFlagged = await tx.schoolCase.count({
      where: { programmeId: programme.id, endedAt: null, id: { notIn: running } },
    });
    const opening = flagged.filter(({ openCaseId }) => openCaseId === null);
    const { number, state, version } = run;
    return {
      run: { id, number, state, version },
      programme: { id: programme.id, name: programme.name, state: programme.state, version: programme.version },
      cohorts: (["priority", "standard"] as const).map((cohort) => ({
        cohort,
        dueOn: dueOn[cohort],
        councils: councils.filter((council) => council.cohort === cohort).length,
        schools: opening.filter((school) => school.cohort === cohort).length,
      })),
      opened: opening.length,
      attached: running.length,
      following: opening.filter(({ endedCaseId }) => endedCaseId !== null).length,
      notFlagged,
      councils: listTold(plan),
      problems,
    };
  });
}
