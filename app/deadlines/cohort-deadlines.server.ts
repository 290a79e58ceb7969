import { Prisma } from "~/generated/prisma/client";
import type { Actor } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import type { CohortDates, OwingCase } from "./cohort-date-rules";
import { owedStates } from "./describe-case-status";

/** A published programme's two dates; 404 where there is none such. */
export async function findCohortDates(tx: Tx, programmeId: string): Promise<CohortDates> {
  const row = isUuid(programmeId)
    ? await tx.programme.findFirst({ where: { id: programmeId, state: "published" } })
    : null;
  if (!row) throw new Response("Not found", { status: 404 });
  const dueOn = { priority: isoDate(row.priorityDueOn), standard: isoDate(row.standardDueOn) };
  return { id: row.id, name: row.name, version: row.version, dueOn };
}

/** The cases that a cohort's new date reaches: those whose first submission is still owed. In the order of their ids. */
export const listOwing = (tx: Tx, programmeId: string): Promise<OwingCase[]> => tx.$queryRaw<OwingCase[]>`
  SELECT s.id, s.council_code AS "councilCode", c.name AS "councilName", m.cohort,
    s.due_on::text AS "dueOn", s.first_due_on::text AS "firstDueOn"
  FROM school_cases s
  JOIN cohort_memberships m ON m.programme_id = s.programme_id AND m.council_code = s.council_code
  JOIN councils c ON c.code = s.council_code
  WHERE s.programme_id = ${programmeId}::uuid AND s.plan_state IN (${Prisma.join([...owedStates])})
    AND s.context ->> 'dueFor' = 'firstSubmission'
  ORDER BY s.id`;

export type CohortDeadlines = { programme: CohortDates; owing: OwingCase[] };

/** A programme's dates and the cases that a new one would reach, for admins. */
export async function getCohortDeadlines(asked: { actor: Actor; programmeId: string }): Promise<CohortDeadlines> {
  return asActor(asked.actor, async (tx) => {
    const programme = await findCohortDates(tx, asked.programmeId);
    return { programme, owing: await listOwing(tx, programme.id) };
  });
}
