import type { Tx } from "~/platform/db.server";
import type { Taken } from "./support-load";

type Row = Omit<Taken, "days"> & { supportSchoolId: string; days: number | null };

/** What is taken of each support school, by its id: for how long and how much, never for whom. */
export async function readTaken(tx: Tx, ids: readonly string[]): Promise<(id: string) => Taken[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT support_school_id AS "supportSchoolId", kind, subject, days::float, starts_on::text AS "startsOn",
           ends_on::text AS "endsOn"
      FROM app.support_taken() WHERE support_school_id = ANY (${[...ids]}::uuid[])
     ORDER BY starts_on, ends_on`;
  const taken = new Map<string, Taken[]>();
  for (const { supportSchoolId, ...row } of rows)
    taken.set(supportSchoolId, [...(taken.get(supportSchoolId) ?? []), row]);
  return (id) => taken.get(id) ?? [];
}
