import type { Tx } from "~/platform/db.server";

type SchoolOfLine = {
  id: string;
  /** 0 for the school itself, below it for the schools that it continues, above it for those that continue it. */
  step: number;
};

/**
 * A school with its predecessors and successors, the school itself first, then the nearest, predecessors before
 * successors. At most 20 steps each way, so that a circle in the data ends.
 */
export const listSchoolLine = (tx: Tx, schoolId: string): Promise<SchoolOfLine[]> => tx.$queryRaw<SchoolOfLine[]>`
  WITH RECURSIVE before AS (
    SELECT id, predecessor_id, 0 AS step FROM schools WHERE id = ${schoolId}::uuid
    UNION ALL
    SELECT s.id, s.predecessor_id, step - 1 FROM schools s JOIN before ON s.id = before.predecessor_id
     WHERE step > -20),
  after AS (
    SELECT id, 0 AS step FROM schools WHERE id = ${schoolId}::uuid
    UNION ALL
    SELECT s.id, step + 1 FROM schools s JOIN after ON s.predecessor_id = after.id WHERE step < 20)
  SELECT id, step FROM (SELECT id, step FROM before UNION SELECT id, step FROM after) line
  ORDER BY step = 0 DESC, step > 0, abs(step), id`;
