import type { FloorRule } from "./floor-rule";

/** Raised when the same rule on the same results would give another outcome; kept with every run. */
export const ruleVersion = 1;

/** What a run applies, as it is kept with the run. */
export type ProgrammeRule = {
  latestYear: number;
  ruleYears: number;
  concernYears: number;
  gapPolicy: FloorRule["gapPolicy"];
  minPublishedYears: number;
  measure: FloorRule["measure"];
  /** Percentage points as a decimal, "55". */
  floor: string;
};

/** The `count` years that end with `latest`, ascending. */
export const lastYears = (latest: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => latest - count + 1 + at);

/** A programme's settings as the rule that is applied. */
export const toFloorRule = ({ latestYear, ruleYears, concernYears, ...rule }: ProgrammeRule): FloorRule => ({
  ...rule,
  years: lastYears(latestYear, ruleYears),
  concernYears: lastYears(latestYear, concernYears),
  includeClosed: false,
});

/** Whether two rules are the same, whatever the order of their parts. */
export const isSameRule = (a: ProgrammeRule, b: ProgrammeRule): boolean =>
  (Object.keys(a) as (keyof ProgrammeRule)[]).every((key) => String(a[key]) === String(b[key]));
