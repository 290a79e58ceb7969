import type { Tx } from "~/platform/db.server";

/** For each of these plans the sections whose shared comment has no answer yet; a plan that has none is left out. */
export async function findUnanswered(tx: Tx, planIds: string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.$queryRaw<{ planId: string; section: string }[]>`
    SELECT r.plan_id AS "planId", v.section FROM section_verdicts v
    JOIN (SELECT DISTINCT ON (plan_id) id, plan_id FROM revisions
          WHERE plan_id = ANY (${planIds}::uuid[]) AND withdrawn_at IS NULL ORDER BY plan_id, number DESC) r
      ON r.id = v.revision_id
    WHERE v.verdict = 'comment' AND v.shared_at IS NOT NULL AND coalesce(v.reply, '') = ''`;
  const found = new Map<string, Set<string>>();
  for (const { planId, section } of rows) found.set(planId, (found.get(planId) ?? new Set()).add(section));
  return found;
}
