import type { Tx } from "./db.server";

/**
 * How many transactions of this database wait for another's lock. Those of other databases of the cluster, where other
 * tests run, do not count: one that waits for a row names no database, but holds a lock that does. Asked of pg_locks
 * alone, because a transaction reads the same pg_stat_activity to its end.
 */
export async function countWaiting(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ waiting: number }[]>`
    SELECT count(DISTINCT w.pid)::int AS waiting FROM pg_locks w
     WHERE NOT w.granted AND EXISTS (
       SELECT FROM pg_locks h JOIN pg_database d ON d.oid = h.database
        WHERE h.pid = w.pid AND d.datname = current_database())`;
  return row?.waiting ?? 0;
}
