import type { MeasureId } from "./measures";
import { toUnits } from "./published-value";

export type GapPolicy = "break" | "skip";

export interface FloorRule {
  measure: MeasureId;
  /** Percentage points, as a decimal of at most 4 places ("55"). Exactly at the floor is not below it. */
  floor: string;
  /** The years in which a school must be below, by the year in which the school year ends; the last is the latest. */
  years: readonly number[];
  gapPolicy: GapPolicy;
  /** With `skip`: how many of the years must be published, the latest among them. At most as many as there are years. */
  minPublishedYears: number;
  includeClosed: boolean;
  /** A school with fewer pupils in the latest year is not eligible; 0 asks for none. An unknown number is not a small one. */
  minPupils: number;
  /** A school flagged and below in each of these is a first concern. Its last year is the latest of `years`. */
  concernYears?: readonly number[];
}

/** Points from the other outcome within which a verdict deserves a second look before it is acted on. */
export const BOUNDARY_POINTS = 2;

/** Throws RangeError where a rule makes no sense. */
export function checkRule({ years, concernYears, minPublishedYears, minPupils, floor }: FloorRule): void {
  const units = toUnits(floor);
  if (units < 0 || units > toUnits("100")) throw new RangeError("The floor must be between 0 and 100");
  for (const list of [years, concernYears ?? years]) {
    const ascending = list.every(
      (year, index) => Number.isInteger(year) && (index === 0 || year > (list[index - 1] ?? 0)),
    );
    if (list.length === 0 || !ascending) throw new RangeError("The years must be in ascending order, at least one");
  }
  if (concernYears && concernYears.at(-1) !== years.at(-1)) {
    throw new RangeError("The years of first concern must end with the latest year of the rule");
  }
  if (!Number.isInteger(minPublishedYears) || minPublishedYears < 1) {
    throw new RangeError("The number of published years must be 1 or more");
  }
  if (!Number.isInteger(minPupils) || minPupils < 0) {
    throw new RangeError("The smallest number of pupils must be 0 or more");
  }
}
