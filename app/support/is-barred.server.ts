import type { Tx } from "~/platform/db.server";

/** Whether a declared conflict of interest bars, asked by somebody of either council. The reason stays with its readers. */
export async function isBarred(tx: Tx, supportSchoolId: string, schoolId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ barred: boolean }[]>`
    SELECT app.support_barred(${supportSchoolId}::uuid, ${schoolId}::uuid) AS barred`;
  return row?.barred ?? false;
}
