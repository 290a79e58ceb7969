import { isoDate } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";

/** That a headteacher was told, as the council recorded it. */
export type Telling = {
  id: string;
  /** Told of the flag that the case shows now; false for that of an earlier run. */
  current: boolean;
  /** "2026-11-24". */
  toldOn: string;
  how: string;
  words: string;
  /** Who recorded it; null where the head could read the flag before the service kept who was told. */
  by: string | null;
  /** The instant, in ISO form. */
  recordedAt: string;
};

/** When and how the head of a case's school was told, the newest first, as far as the reader may see it. */
export async function listTellings(tx: Tx, { id, runId }: { id: string; runId: string }): Promise<Telling[]> {
  const rows = await tx.headTelling.findMany({
    where: { caseId: id },
    orderBy: [{ recordedAt: "desc" }, { id: "asc" }],
  });
  const people = await tx.person.findMany({
    where: { id: { in: rows.flatMap(({ toldById }) => toldById ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return rows.map((row) => ({
    id: row.id,
    current: row.runId === runId,
    toldOn: isoDate(row.toldOn),
    how: row.how,
    words: row.words,
    by: row.toldById && (names.get(row.toldById) ?? "Somebody of the council"),
    recordedAt: row.recordedAt.toISOString(),
  }));
}
