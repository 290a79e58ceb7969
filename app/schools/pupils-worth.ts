import { fromUnits, toUnits } from "~/identification/published-value";

/** A hundred percentage points, in ten-thousandths. */
const ALL = 1_000_000;

/** "1 percentage point", "2.5 percentage points". */
export const inPoints = (points: string | number): string =>
  `${points} percentage ${Number(points) === 1 ? "point" : "points"}`;

/** How many percentage points one of so many pupils is worth, to one decimal place: 47 pupils, 2.1 points. */
export const pointsOfOnePupil = (pupils: number): number => Math.round(1000 / pupils) / 10;

/** How many more pupils would have lifted a published value to the floor; 0 where it is there. */
export function pupilsShort({ value, floor, pupils }: { value: string; floor: string; pupils: number }): number {
  const missing = Math.max(0, toUnits(floor) - toUnits(value)) * pupils;
  return Math.floor((missing + ALL - 1) / ALL);
}

/** Value minus floor in points, exactly: "-2.5". */
export const pointsFrom = (value: string, floor: string): string => fromUnits(toUnits(value) - toUnits(floor));
