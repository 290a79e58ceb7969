/** One year's published result of a school: a value in per cent, or the published code ("" for a blank). */
export type YearResult = { year: number; value: number | null; code: string | null };

/** A school's results beside averages, oldest year first. */
export type ResultsOverTime = {
  measure: string;
  floor: number;
  school: YearResult[];
  /** Average per year of the council and of England; null where there is none. */
  council: (number | null)[];
  national: (number | null)[];
};
