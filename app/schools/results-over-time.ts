/** One year's published result of a school: a value in per cent, or the published code ("" for a blank). */
export type YearResult = { year: number; value: number | null; code: string | null };

/** A school's results beside the averages of open mainstream schools, oldest year first. */
export type ResultsOverTime = {
  measure: string;
  floor: number;
  school: YearResult[];
  /** Average per year over the council's schools and over all; null where no school has a value. */
  council: (number | null)[];
  national: (number | null)[];
};
