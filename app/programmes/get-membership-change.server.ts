import { movedBy, type OwingCase } from "~/deadlines/cohort-date-rules";
import { findCohortDates, listOwing } from "~/deadlines/cohort-deadlines.server";
import type { Actor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { asActor, type Tx } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import { formatDate } from "~/ui/format-date";
import { type Cohort, type CouncilOfRun, listRankedCouncils } from "./list-ranked-councils.server";

/** What giving a council the other cohort would do. Dates are "2027-02-26". */
export type MembershipChange = {
  run: { id: string; number: number };
  programme: { id: string; name: string; version: number; smallestCouncil: number };
  /** Its place in the run, with ties and too few schools as they were when the cohorts were decided. */
  council: CouncilOfRun;
  from: Cohort;
  to: Cohort;
  /** The new cohort's due date. */
  dueOn: string;
  /** First submissions that are owed, and would be due on it. */
  moved: { caseId: string; school: string; from: string; extended: boolean }[];
  /** First submissions that are owed, and are due on it already. */
  dueAlready: number;
  /** Cases of the council that keep the date they have: the first plan is submitted, or the case has ended. */
  kept: number;
  /** Why the cohort cannot be changed as things stand, in a sentence. */
  problem: string | null;
};

const other = { priority: "standard", standard: "priority" } as const;

/** The cases of a council that would be due with another cohort, out of those of its programme. */
export const movedTo = (
  owing: readonly OwingCase[],
  { code, to, dueOn }: { code: string; to: Cohort; dueOn: string },
) =>
  movedBy(
    owing.filter(({ councilCode }) => councilCode === code).map((row) => ({ ...row, cohort: to })),
    { cohort: to, dueOn },
  );

/** Why a council cannot go to a cohort with this date, or null: its plans would be late the moment it did. */
export const refuseMembership = (to: Cohort, { dueOn, today }: { dueOn: string; today: string }): string | null =>
  dueOn <= today ? `The ${to} due date, ${formatDate(dueOn)}, is not after today. Change it first.` : null;

/** The newest published run of a programme, whose councils have the cohorts that stand; 404 for any other run. */
export async function requireStandingRun(tx: Tx, runId: string) {
  const run = await tx.identificationRun.findUnique({ where: { id: runId } });
  const newest =
    run &&
    (await tx.identificationRun.findFirst({
      where: { programmeId: run.programmeId, state: "published" },
      orderBy: { number: "desc" },
      select: { id: true },
    }));
  if (!run || newest?.id !== run.id) throw new Response("Not found", { status: 404 });
  return run;
}

/** A council's cohort of a published run, and what the other one would change; for admins. */
export async function getMembershipChange(asked: {
  actor: Actor;
  runId: string | undefined;
  code: string | undefined;
  now: Date;
}): Promise<MembershipChange> {
  const { actor, code = "", now } = asked;
  const id = requireId(asked.runId);
  return asActor(actor, async (tx) => {
    const run = await requireStandingRun(tx, id);
    const { programmeId } = run;
    const council = (await listRankedCouncils(tx, id)).find((candidate) => candidate.code === code);
    const membership = await tx.cohortMembership.findFirst({ where: { programmeId, councilCode: code } });
    if (!council || !membership) throw new Response("Not found", { status: 404 });
    const programme = await findCohortDates(tx, programmeId);
    const { smallestCouncil } = await tx.programme.findUniqueOrThrow({ where: { id: programmeId } });
    const from = membership.cohort as Cohort;
    const to = other[from];
    const dueOn = programme.dueOn[to];
    const owing = (await listOwing(tx, programmeId)).filter(({ councilCode }) => councilCode === code);
    const moved = movedTo(owing, { code, to, dueOn });
    const cases = await tx.schoolCase.findMany({
      where: { programmeId, councilCode: code },
      select: { id: true, school: { select: { name: true } } },
    });
    const names = new Map(cases.map((row) => [row.id, row.school.name]));
    return {
      run: { id, number: run.number },
      programme: { id: programmeId, name: programme.name, version: programme.version, smallestCouncil },
      council,
      from,
      to,
      dueOn,
      moved: moved
        .map((row) => ({
          caseId: row.id,
          school: names.get(row.id) ?? "",
          from: row.dueOn,
          extended: row.dueOn !== row.firstDueOn,
        }))
        .sort((a, b) => a.school.localeCompare(b.school, "en-GB")),
      dueAlready: owing.length - moved.length,
      kept: cases.length - owing.length,
      problem: refuseMembership(to, { dueOn, today: dateInLondon(now) }),
    };
  });
}
