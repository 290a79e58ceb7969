import type { MeasureId } from "./measures";
import { toUnits } from "./published-value";

/** One school as the rule sees it. A SchoolRow is one; a row of the database becomes one without change. */
export interface SchoolSeries {
  urn: string | null;
  laestab: string | null;
  councilCode: string;
  name: string;
  mainstream: boolean;
  open: boolean;
  results: readonly {
    measure: MeasureId;
    year: number;
    value: string | null;
    code: string | null;
    pupils?: number | null;
  }[];
}

/** A school's results of some years: what was published, and the code of each year without a value. */
export interface Series {
  years: readonly number[];
  published: { year: number; value: string; units: number }[];
  missing: { year: number; code: string }[];
}

/** The series of one measure over these years. A code is never a number. */
export function readSeries({ results }: SchoolSeries, measure: MeasureId, years: readonly number[]): Series {
  const series: Series = { years, published: [], missing: [] };
  for (const year of years) {
    const result = results.find((candidate) => candidate.year === year && candidate.measure === measure);
    const value = result?.value ?? null;
    if (value === null) series.missing.push({ year, code: result?.code ?? "" });
    else series.published.push({ year, value, units: toUnits(value) });
  }
  return series;
}

/**
 * A school's results continued backwards by those of the school it replaced: a year in which it published no value of
 * its own takes the predecessor's, if that has one. Its own value always stands.
 */
export function continueFromPredecessor<Result extends SchoolSeries["results"][number]>(
  own: readonly Result[],
  predecessor: readonly Result[],
): Result[] {
  const keyOf = ({ measure, year }: Result) => `${measure} ${year}`;
  const joined = new Map(own.map((result) => [keyOf(result), result]));
  for (const result of predecessor) {
    const current = joined.get(keyOf(result));
    if (!current || (current.value === null && result.value !== null)) joined.set(keyOf(result), result);
  }
  return [...joined.values()].sort((a, b) =>
    a.measure === b.measure ? a.year - b.year : a.measure < b.measure ? -1 : 1,
  );
}
