import type { Tx } from "~/platform/db.server";
import { listSchoolLine } from "./list-school-line.server";

export type Flag = { sentence: string; firstConcern: boolean; runNumber: number };

/**
 * Why a run flagged a school, or null where the reader may not know. The run may hold it under a school that it continues
 * or that continues it: the row of the school itself counts before those of its line.
 */
export async function findFlag(tx: Tx, { runId, schoolId }: { runId: string; schoolId: string }): Promise<Flag | null> {
  const line = await listSchoolLine(tx, schoolId);
  const rows = await tx.runSchool.findMany({
    where: { runId, schoolId: { in: line.map(({ id }) => id) } },
    select: { schoolId: true, sentence: true, firstConcern: true, run: { select: { number: true } } },
  });
  const [row] = line.flatMap(({ id }) => rows.filter((candidate) => candidate.schoolId === id));
  return row ? { sentence: row.sentence, firstConcern: row.firstConcern, runNumber: row.run.number } : null;
}
