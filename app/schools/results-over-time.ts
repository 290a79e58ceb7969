import { formatPercent } from "~/ui/format-number";

/** One year's published result of a school: a value in per cent, or the published code ("" for a blank). */
export type YearResult = {
  year: number;
  value: number | null;
  code: string | null;
  /** How many pupils the result is of, where that was published; not kept by submissions of before. */
  pupils?: number;
};

/** A school's results beside averages, oldest year first. */
export type ResultsOverTime = {
  measure: string;
  floor: number;
  school: YearResult[];
  /** Average per year of the council and of England; null where there is none. */
  council: (number | null)[];
  national: (number | null)[];
};

/** "46.3%", or the code that stands in its place: a code is never a number. */
export const resultInWords = ({ value, code }: { value: string | number | null; code: string | null }): string =>
  value === null ? (code ? `No value (${code})` : "No value") : formatPercent(Number(value));
