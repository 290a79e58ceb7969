import type { Tx } from "~/platform/db.server";

/** Of a published run's flags, how many were removed since, by council. */
export async function countRemoved(tx: Tx, runId: string): Promise<Map<string, number>> {
  const rows = await tx.schoolCase.groupBy({
    by: ["councilCode"],
    where: { runId, planState: "removed" },
    _count: true,
  });
  return new Map(rows.map(({ councilCode, _count }) => [councilCode, _count]));
}
