import type { Tx } from "~/platform/db.server";

/**
 * Which of these cases the person may not review. A plan is reviewed only by somebody who took no part in drafting it,
 * belongs to no council and has declared no interest in the school, one it came from, or its council. A role for the
 * case's own council bars for ever, revoked or not: who once worked there may have prepared what is now submitted, and
 * an adviser advised on it. A role for another council bars while it is in force.
 *
 * Reads contributors, roles and interests under the asker's own database role, so it is for reviewers and admins: others
 * cannot see the rows that bar.
 */
export async function findBarredCases(
  tx: Tx,
  { personId, caseIds }: { personId: string; caseIds: string[] },
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM school_cases c
    WHERE c.id = ANY (${caseIds}::uuid[]) AND (
      EXISTS (SELECT FROM plan_contributors k WHERE k.plan_id = c.plan_id AND k.person_id = ${personId}::uuid)
      OR EXISTS (SELECT FROM role_grants g WHERE g.person_id = ${personId}::uuid AND g.revoked_at IS NULL
                 AND g.role IN ('officer', 'lead', 'headteacher'))
      OR EXISTS (SELECT FROM role_grants g WHERE g.person_id = ${personId}::uuid AND g.council_code = c.council_code)
      OR EXISTS (SELECT FROM declared_interests d WHERE d.person_id = ${personId}::uuid AND (
        d.council_code = c.council_code
        OR d.school_id IN (
          WITH RECURSIVE line AS (
            SELECT s.id, s.predecessor_id FROM schools s WHERE s.id = c.school_id
            UNION SELECT s.id, s.predecessor_id FROM schools s JOIN line ON s.id = line.predecessor_id)
          SELECT line.id FROM line))))`;
  return new Set(rows.map((row) => row.id));
}

/** Whether the person is independent of one case: see findBarredCases. */
export async function isIndependent(
  tx: Tx,
  { personId, caseId }: { personId: string; caseId: string },
): Promise<boolean> {
  return (await findBarredCases(tx, { personId, caseIds: [caseId] })).size === 0;
}

/** Whether the person is independent of every school that the plan serves, those whose case has ended included. */
export async function isIndependentOfPlan(
  tx: Tx,
  { personId, planId }: { personId: string; planId: string },
): Promise<boolean> {
  const cases = await tx.schoolCase.findMany({ where: { planId }, select: { id: true } });
  return (await findBarredCases(tx, { personId, caseIds: cases.map(({ id }) => id) })).size === 0;
}
