import { bandsOf } from "./bands";
import { bandCell, type CellName, type Scope } from "./figures";

export type CountedCell = CellName | "points" | "alsoBelow";
/** What a published run counts in one council. A cell that is missing is nought. */
export type CouncilCounts = { code: string; region: string; count: (cell: CountedCell, year: number) => number };
/** A figure as this council may read it, of itself or of the areas it lies in. */
export type ShownCell = { council: string; scope: Scope; cell: CellName; year: number; value: number | null };
/** What of the run's rule decides which figures belong together. */
export type RunSettings = { floor: number; latestYear: number; ruleYears: number };

type Count = CouncilCounts["count"];

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The mean of the schools' figures to one decimal, from which no figure of a school can be worked back. */
export const meanOf = (points: number, schools: number): number | null =>
  schools === 0 ? null : Math.round((10 * points) / schools) / 10;

export const bandCounts = (count: Count, { floor, latestYear }: RunSettings) =>
  bandsOf(floor).map((_, at) => count(bandCell(at), latestYear));

/**
 * Flagged and not. The bands say how many of these are below in the latest year: with a rule of several years they are a
 * part of their own, with one of one year each of them is flagged.
 */
export function flagParts(count: Count, { latestYear, ruleYears }: RunSettings): number[] {
  const of = (cell: CountedCell) => count(cell, latestYear);
  const also = ruleYears > 1 ? [of("alsoBelow")] : [];
  return [of("flagged"), ...also, of("eligible") - of("flagged") - sum(also)];
}
