import { storedCase } from "~/plans/work-out-event.server";
import { eventsOpenTo } from "~/plans/require-event";
import { Prisma } from "~/generated/prisma/client";
import type { PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { daysFrom, isoDate } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import type { CaseEventType, PlanState } from "~workflows/school-plan/types";
import { findBarredCases } from "./independence.server";
import type { QueueFilters, QueuePart } from "./review-queue-filters";

export const PAGE_SIZE = 25;

export type QueueRow = {
  planId: string;
  /** All the schools that the plan serves, by name. */
  schools: string[];
  councilName: string;
  programmeName: string;
  /** Known to the Department, for which this page is. */
  priority: boolean;
  state: PlanState;
  /** Dates such as "2027-02-26". */
  submittedOn: string;
  dueOn: string;
  daysWaiting: number;
  revision: number;
  reviewer: { id: string; name: string } | null;
  independent: boolean;
  available: CaseEventType[];
};

export type ReviewQueue = {
  rows: QueueRow[];
  total: number;
  pages: number;
  counts: Record<QueuePart, number>;
  today: string;
};

const partsSql = (personId: string): Record<QueuePart, Prisma.Sql> => {
  const mine = Prisma.sql`(c.plan_state = 'inReview' AND c.reviewer_id = ${personId}::uuid)`;
  const submitted = Prisma.sql`c.plan_state = 'submitted'`;
  const second = Prisma.sql`c.plan_state = 'awaitingSecondApproval'`;
  return {
    todo: Prisma.sql`(${submitted} OR ${mine} OR ${second})`,
    submitted,
    mine,
    inReview: Prisma.sql`(c.plan_state = 'inReview' AND c.reviewer_id IS DISTINCT FROM ${personId}::uuid)`,
    awaitingSecondApproval: second,
    returned: Prisma.sql`c.plan_state = 'returned'`,
  };
};

async function countParts(tx: Tx, personId: string): Promise<Record<QueuePart, number>> {
  const parts = partsSql(personId);
  const columns = Object.entries(parts).map(
    ([part, where]) => Prisma.sql`count(DISTINCT c.plan_id) FILTER (WHERE ${where})::int AS ${Prisma.raw(`"${part}"`)}`,
  );
  const rows = await tx.$queryRaw<Record<QueuePart, number>[]>`
    SELECT ${Prisma.join(columns)} FROM school_cases c
    WHERE c.plan_state IN ('submitted', 'inReview', 'awaitingSecondApproval', 'returned')`;
  return rows[0] ?? { todo: 0, submitted: 0, mine: 0, inReview: 0, awaitingSecondApproval: 0, returned: 0 };
}

/** Plans that came in after their due date, or are owed again and overdue, first; then those that wait the longest. */
async function listPlanIds(tx: Tx, where: Prisma.Sql, page: number, today: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ plan_id: string }[]>`
    SELECT c.plan_id FROM school_cases c WHERE ${where} AND c.plan_id IS NOT NULL
    GROUP BY c.plan_id
    ORDER BY bool_or(CASE WHEN c.plan_state = 'returned' THEN c.due_on < ${today}::date ELSE c.due_on < c.submitted_on END) DESC,
             min(c.submitted_at), c.plan_id
    LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
  return rows.map((row) => row.plan_id);
}

/**
 * The reviewers' queue, one row a plan. Rows of plans that the person is not independent of are marked and offer
 * nothing to start.
 */
export async function listReviewQueue({
  actor,
  filters,
  now,
}: {
  actor: PersonActor;
  filters: QueueFilters;
  now: Date;
}): Promise<ReviewQueue> {
  const today = dateInLondon(now);
  return asActor(actor, async (tx) => {
    const counts = await countParts(tx, actor.personId);
    const ids = await listPlanIds(tx, partsSql(actor.personId)[filters.part], filters.page, today);
    const cases = await tx.schoolCase.findMany({
      where: { planId: { in: ids }, endedAt: null },
      include: { school: { select: { name: true } }, council: true, programme: { select: { name: true } } },
      orderBy: [{ school: { name: "asc" } }],
    });
    const barred = await findBarredCases(tx, { personId: actor.personId, caseIds: cases.map(({ id }) => id) });
    const reviewers = await tx.person.findMany({
      where: { id: { in: cases.flatMap(({ reviewerId }) => reviewerId ?? []) } },
      select: { id: true, name: true },
    });
    const priority = await tx.cohortMembership.findMany({
      where: { cohort: "priority", councilCode: { in: cases.map(({ councilCode }) => councilCode) } },
      select: { programmeId: true, councilCode: true },
    });
    const rows = ids.flatMap((planId): QueueRow[] => {
      const served = cases.filter((row) => row.planId === planId);
      const [row] = served;
      if (!row) return [];
      const independent = served.every(({ id }) => !barred.has(id));
      const submittedOn = isoDate(row.submittedOn ?? row.dueOn);
      const { councilCode } = row;
      return [
        {
          planId,
          schools: served.map(({ school }) => school.name),
          councilName: row.council.name,
          programmeName: row.programme.name,
          priority: priority.some((m) => m.programmeId === row.programmeId && m.councilCode === row.councilCode),
          state: row.planState as PlanState,
          submittedOn,
          dueOn: isoDate(row.dueOn),
          daysWaiting: daysFrom(submittedOn, today),
          revision: row.revisionNumber,
          reviewer: reviewers.find(({ id }) => id === row.reviewerId) ?? null,
          independent,
          available: eventsOpenTo({ actor, councilCode, stored: storedCase(row), today, independent }),
        },
      ];
    });
    const total = counts[filters.part];
    return { rows, total, pages: Math.ceil(total / PAGE_SIZE), counts, today };
  });
}
