import type { HeadLetter } from "~/notifications/head-words";
import { councilNotice, type Words } from "~/notifications/publication-words";
import { readHeadLetter } from "~/notifications/read-head-letter.server";
import type { Actor } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import type { PlanState } from "~workflows/school-plan/types";
import type { Cohort } from "./list-ranked-councils.server";
import { listTold, planPublication } from "./plan-publication.server";

export type CouncilPublication = {
  run: { id: string; number: number };
  programme: string;
  council: { code: string; name: string; cohort: Cohort };
  schools: { id: string; name: string; urn: string | null; open: boolean; follows: boolean }[];
  /** What the council's officers and leads will read. */
  notice: Words;
  /** What the head of the chosen school will be told, and read in the service once they were. */
  head: { schoolId: string; school: string; letter: HeadLetter; notice: Words };
};

// Where the plan of the chosen school's open case stands: what its letter can still ask for.
async function findStanding(tx: Tx, caseId: string | null) {
  if (!caseId) return { planState: null, again: false, replyByOn: null };
  const { planState, plan } = await tx.schoolCase.findUniqueOrThrow({
    where: { id: caseId },
    select: { planState: true, plan: { select: { replyByOn: true } } },
  });
  const replyByOn = plan?.replyByOn ? isoDate(plan.replyByOn) : null;
  return { planState: planState as PlanState, again: true, replyByOn };
}

/**
 * What publishing a run would tell one council, and through it one head, in the words that they will read; for admins.
 * 404 where the run waits for no publication or has no flagged school there.
 */
export async function getCouncilPublication(asked: {
  actor: Actor;
  runId: string | undefined;
  code: string | undefined;
  /** The school whose letter is shown; the first where none is chosen. */
  schoolId: string | null;
  today: string;
}): Promise<CouncilPublication> {
  const { actor, code, schoolId, today } = asked;
  const id = requireId(asked.runId);
  return asActor(actor, async (tx) => {
    const run = await tx.identificationRun.findUnique({ where: { id }, include: { programme: true } });
    if (run?.state !== "cohortConfirmed") throw new Response("Not found", { status: 404 });
    const plan = await planPublication(tx, { run, today });
    const council = listTold(plan).find((candidate) => candidate.code === code);
    const own = plan.flagged
      .filter(({ councilCode }) => councilCode === code)
      .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
    const chosen = own.find((school) => school.schoolId === schoolId) ?? own[0];
    if (!council || !chosen) throw new Response("Not found", { status: 404 });
    const { name, cohort } = council;
    const head = await readHeadLetter(tx, {
      school: { id: chosen.schoolId, name: chosen.name, councilCode: council.code },
      council: name,
      programme: plan.programme,
      runId: id,
      today,
      ...(await findStanding(tx, chosen.openCaseId)),
    });
    return {
      run: { id, number: run.number },
      programme: plan.programme.name,
      council: { code: council.code, name, cohort },
      schools: own.map((school) => ({
        id: school.schoolId,
        name: school.name,
        urn: school.urn,
        open: school.openCaseId !== null,
        follows: school.openCaseId === null && school.endedCaseId !== null,
      })),
      notice: councilNotice(council, plan.programme.name),
      head: { schoolId: chosen.schoolId, school: chosen.name, letter: head.letter, notice: head.notice },
    };
  });
}
