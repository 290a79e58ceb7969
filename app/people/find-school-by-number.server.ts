import type { Tx } from "~/platform/db.server";

export type FoundSchool = { id: string; name: string; councilCode: string };

/** The school of a URN (five or six digits) or of council code and school number ("001/2001", "0012001"); null where there is none. */
export async function findSchoolByNumber(tx: Tx, typed: string): Promise<FoundSchool | null> {
  const digits = typed.replace(/[\s/-]/g, "");
  const select = { id: true, name: true, councilCode: true };
  if (/^\d{7}$/.test(digits))
    return tx.school.findFirst({ where: { laestab: digits, open: true }, orderBy: { urn: "desc" }, select });
  return /^\d{5,6}$/.test(digits) ? tx.school.findUnique({ where: { urn: digits }, select }) : null;
}
