import { isIndependent } from "~/reviews/independence.server";
import { type Actor, holds } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { isoDate } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { findFlag, type Flag } from "~/schools/find-flag.server";
import { availableEvents } from "~workflows/school-plan/decide";
import type { CaseEventType, DeadlineState, PlanState, StoredCase } from "~workflows/school-plan/types";
import { actingRoles } from "./acting-roles";
import { storedCase } from "./work-out-event.server";

export type CaseDetail = {
  id: string;
  version: number;
  /** The run whose flag the case shows. */
  runId: string;
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
  flag: Flag | null;
  /** Known to the Department and the case's own council alone. */
  cohort: "priority" | "standard" | null;
  pendingExtension: StoredCase["context"]["pendingExtension"];
  /** What this person could ask of the case now, if what they fill in is complete. */
  available: CaseEventType[];
  previousCaseId: string | null;
};

const caseQuery = {
  school: true,
  council: { select: { code: true, name: true } },
  programme: true,
} as const;

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
  return asActor(asked.actor, async (tx) => (await readCase(tx, asked)).detail);
}

/**
 * The same inside a transaction that is already open, with the case as it is stored. That one is the server's alone: it
 * holds verdicts that the council learns only when they are shared, so it never goes to a page.
 */
export async function readCase(
  tx: Tx,
  { actor, caseId, now }: { actor: Actor; caseId: string; now: Date },
): Promise<{ detail: CaseDetail; stored: StoredCase }> {
  const row = isUuid(caseId) ? await tx.schoolCase.findUnique({ where: { id: caseId }, include: caseQuery }) : null;
  if (!row) throw new Response("Not found", { status: 404 });
  const { school, council, programme } = row;
  const reviewer =
    row.reviewerId && (await tx.person.findUnique({ where: { id: row.reviewerId }, select: { id: true, name: true } }));
  const membership = await tx.cohortMembership.findUnique({
    where: { programmeId_councilCode: { programmeId: programme.id, councilCode: council.code } },
    select: { cohort: true },
  });
  const stored = storedCase(row);
  const detail: CaseDetail = {
    id: row.id,
    version: row.version,
    runId: row.runId,
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
    flag: await findFlag(tx, { runId: row.runId, schoolId: school.id }),
    cohort: (membership?.cohort as CaseDetail["cohort"] | undefined) ?? null,
    pendingExtension: stored.context.pendingExtension,
    available: await listAvailable(tx, { actor, row, now }),
    previousCaseId: row.previousCaseId,
  };
  return { detail, stored };
}
