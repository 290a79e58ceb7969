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
  /** Pupils that a school must have in the latest year; 0 asks for none. */
  minPupils: number;
  measure: FloorRule["measure"];
  /** Percentage points as a decimal, "55". */
  floor: string;
};

/** A rule as it was kept, with what runs of before had no word for: they asked for no number of pupils. */
export const readRule = (kept: unknown): ProgrammeRule => ({
  minPupils: 0,
  ...(kept as Omit<ProgrammeRule, "minPupils">),
});

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

/** Whether two rules are the same, whatever the order of their parts, and however old the run that kept one. */
export function isSameRule(a: ProgrammeRule, b: ProgrammeRule): boolean {
  const [one, other] = [readRule(a), readRule(b)];
  return (Object.keys(one) as (keyof ProgrammeRule)[]).every((key) => String(one[key]) === String(other[key]));
}
