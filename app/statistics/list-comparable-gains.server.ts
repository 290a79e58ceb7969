import type { Tx } from "~/platform/db.server";
import type { ComparableGains } from "./comparable-gains";

/**
 * What schools of the phase that started near this value have gained over one, two and three years; without the spans of
 * which too few schools are known.
 */
export const listComparableGains = (
  tx: Tx,
  { measure, phase, value }: { measure: string; phase: string; value: number },
): Promise<ComparableGains[]> =>
  tx.comparableGain.findMany({
    where: { measure, phase, start: Math.round(value) },
    // By name: nobody but the service may read the column that follows when results were stored.
    select: { start: true, span: true, schools: true, half: true, most: true, firstYear: true, lastYear: true },
    orderBy: { span: "asc" },
  });
