import type { Tx } from "~/platform/db.server";

/** A comment of the council's adviser on one section of a submitted plan; `at` is an instant in ISO form. */
export type AdviceGiven = { id: string; section: string; comment: string; by: string | null; at: string };

/** What was advised on a revision, the oldest first; the database's policies decide who reads it. */
export async function listAdvice(tx: Tx, revisionId: string): Promise<AdviceGiven[]> {
  // A headteacher reads the revision, never the advice: their database role holds the table for advisers alone.
  const rows = await tx.advice.findMany({ where: { revisionId }, orderBy: [{ givenAt: "asc" }, { id: "asc" }] });
  const people = await tx.person.findMany({
    where: { id: { in: rows.map(({ givenById }) => givenById) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ id, section, comment, givenById, givenAt }) => ({
    id,
    section,
    comment,
    by: names.get(givenById) ?? null,
    at: givenAt.toISOString(),
  }));
}
