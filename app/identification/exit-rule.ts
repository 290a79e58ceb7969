import { compareValues } from "./published-value";

export type YearValue = { year: number; value: string | null };

/**
 * Whether a school may leave its programme with the results of `year`: at or above the floor in each of the `exitYears`
 * years that end with it. A year without a published value does not count as reached.
 */
export function meetsExitRule(
  results: readonly YearValue[],
  { floor, exitYears, year }: { floor: string; exitYears: number; year: number },
): boolean {
  return Array.from({ length: exitYears }, (_, at) => year - at).every((wanted) => {
    const value = results.find((result) => result.year === wanted)?.value;
    return typeof value === "string" && compareValues(value, floor) >= 0;
  });
}
