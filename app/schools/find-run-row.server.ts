import type { Tx } from "~/platform/db.server";
import { listSchoolLine } from "./list-school-line.server";

/**
 * What a run keeps of a school, or null where it has nothing or the reader may not know. The run may hold it under a
 * school that it continues or that continues it: the row of the school itself counts before those of its line.
 */
export async function findRunRow(tx: Tx, { runId, schoolId }: { runId: string; schoolId: string }) {
  const line = await listSchoolLine(tx, schoolId);
  const rows = await tx.runSchool.findMany({
    where: { runId, schoolId: { in: line.map(({ id }) => id) } },
    include: { school: { select: { name: true, urn: true } }, run: { select: { number: true } } },
  });
  return line.flatMap(({ id }) => rows.filter((row) => row.schoolId === id))[0] ?? null;
}
