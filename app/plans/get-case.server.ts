import { isIndependent } from "~/reviews/independence.server";
import { type Actor, holds } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { isoDate } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { availableEvents } from "~workflows/school-plan/decide";
import type { CaseEventType, DeadlineState, PlanState, StoredCase } from "~workflows/school-plan/types";
import { actingRoles } from "./acting-roles";
import { storedCase } from "./apply-event.server";

export type CaseDetail = {
  id: string;
  version: number;
  school: {
    id: string;
    name: string;
    urn: string | null;
    laestab: string;
    town: string;
    postcode: string;
    phase: string;
    predecessorId: string | null;
  };
  council: { code: string; name: string };
  programme: {
    id: string;
    name: string;
    measure: string;
    floor: number;
    latestYear: number;
    ruleYears: number;
    concernYears: number;
    goalValue: number;
    goalYear: number;
    goalKind: string;
    exitYears: number;
    graceDays: number;
  };
  planId: string | null;
  planState: PlanState;
  deadlineState: DeadlineState;
  /** Dates such as "2027-02-26". */
  dueOn: string;
  firstDueOn: string;
  submittedOn: string | null;
  revisionNumber: number;
  reviewer: { id: string; name: string } | null;
  flag: { sentence: string; values: Record<string, string>; firstConcern: boolean; runNumber: number } | null;
  /** Known to the Department and the case's own council alone. */
  cohort: "priority" | "standard" | null;
  stored: StoredCase;
  /** What this person could ask of the case now, if what they fill in is complete. */
  available: CaseEventType[];
  previousCaseId: string | null;
};

const caseQuery = {
  school: true,
  council: { select: { code: true, name: true } },
  programme: true,
} as const;

async function findFlag(tx: Tx, runId: string, schoolIds: string[]): Promise<CaseDetail["flag"]> {
  const row = await tx.runSchool.findFirst({
    where: { runId, schoolId: { in: schoolIds } },
    include: { run: { select: { number: true } } },
  });
  if (!row) return null;
  const values = Object.entries(row.values as Record<string, unknown>).map(([year, value]) => [
    year,
    String(value ?? ""),
  ]);
  return {
    sentence: row.sentence,
    values: Object.fromEntries(values) as Record<string, string>,
    firstConcern: row.firstConcern,
    runNumber: row.run.number,
  };
}

type CaseRow = { id: string; councilCode: string } & Parameters<typeof storedCase>[0];

async function listAvailable(tx: Tx, { actor, row, now }: { actor: Actor; row: CaseRow; now: Date }) {
  const id = actor.kind === "person" ? actor.personId : "system";
  const independent = holds(actor, "reviewer") ? await isIndependent(tx, { personId: id, caseId: row.id }) : false;
  const today = dateInLondon(now);
  const found = actingRoles(actor, row.councilCode).flatMap((role) =>
    availableEvents(storedCase(row), { actor: { id, role }, today, independent }),
  );
  return [...new Set(found)];
}

/**
 * One case with its school, programme, flag and what this person may ask of it. For officers, leads, reviewers and
 * admins; throws a 404 where they may not see it, as where there is none.
 */
export async function getCase(asked: { actor: Actor; caseId: string; now: Date }): Promise<CaseDetail> {
  return asActor(asked.actor, (tx) => getCaseIn(tx, asked));
}

/** The same inside a transaction that is already open. */
export async function getCaseIn(
  tx: Tx,
  { actor, caseId, now }: { actor: Actor; caseId: string; now: Date },
): Promise<CaseDetail> {
  const row = isUuid(caseId) ? await tx.schoolCase.findUnique({ where: { id: caseId }, include: caseQuery }) : null;
  if (!row) throw new Response("Not found", { status: 404 });
  const { school, council, programme } = row;
  const reviewer =
    row.reviewerId && (await tx.person.findUnique({ where: { id: row.reviewerId }, select: { id: true, name: true } }));
  const membership = await tx.cohortMembership.findUnique({
    where: { programmeId_councilCode: { programmeId: programme.id, councilCode: council.code } },
    select: { cohort: true },
  });
  return {
    id: row.id,
    version: row.version,
    school: {
      id: school.id,
      name: school.name,
      urn: school.urn,
      laestab: school.laestab,
      town: school.town,
      postcode: school.postcode,
      phase: school.phase,
      predecessorId: school.predecessorId,
    },
    council,
    programme: {
      id: programme.id,
      name: programme.name,
      measure: programme.measure,
      floor: Number(programme.floor),
      latestYear: programme.latestYear,
      ruleYears: programme.ruleYears,
      concernYears: programme.concernYears,
      goalValue: Number(programme.goalValue),
      goalYear: programme.goalYear,
      goalKind: programme.goalKind,
      exitYears: programme.exitYears,
      graceDays: programme.graceDays,
    },
    planId: row.planId,
    planState: row.planState as PlanState,
    deadlineState: row.deadlineState as DeadlineState,
    dueOn: isoDate(row.dueOn),
    firstDueOn: isoDate(row.firstDueOn),
    submittedOn: row.submittedOn && isoDate(row.submittedOn),
    revisionNumber: row.revisionNumber,
    reviewer: reviewer || null,
    flag: await findFlag(tx, row.runId, [school.id, ...(school.predecessorId ? [school.predecessorId] : [])]),
    cohort: (membership?.cohort as CaseDetail["cohort"] | undefined) ?? null,
    stored: storedCase(row),
    available: await listAvailable(tx, { actor, row, now }),
    previousCaseId: row.previousCaseId,
  };
}
