import { isMeasureId, measures } from "~/identification/measures";
import { formatPercent } from "~/ui/format-number";

export type RuleOf = {
  measure: string;
  floor: number;
  latestYear: number;
  ruleYears: number;
  concernYears: number;
  goalValue: number;
  goalYear: number;
  goalKind: string;
  exitYears: number;
};

/** The columns of a programme that its rule in words needs: every role may read them, no date of the Department's is among them. */
export const ruleColumns = {
  name: true,
  measure: true,
  floor: true,
  latestYear: true,
  ruleYears: true,
  concernYears: true,
  goalValue: true,
  goalYear: true,
  goalKind: true,
  exitYears: true,
} as const;

const pupils = (measure: string) => (isMeasureId(measure) ? measures[measure].words : "pupils reaching the standard");

/** A programme's rule in words: when a school is flagged. */
export const describeFlagRule = ({ measure, floor, latestYear, ruleYears }: RuleOf): string =>
  `A school needs a plan when its percentage of ${pupils(measure)} is below ${formatPercent(floor)} in ${latestYear}${
    ruleYears > 1 ? ` and in the ${ruleYears === 2 ? "year" : `${ruleYears - 1} years`} before` : ""
  }. A school exactly at ${formatPercent(floor)} is not below.`;

/** What makes a school one of the first concern. */
export const describeConcern = ({ concernYears }: RuleOf): string =>
  `Schools below the floor for ${concernYears} years or more are the first concern. This school is one of them.`;

/** When a school leaves the programme. */
export const describeExitRule = ({ floor, exitYears }: RuleOf): string =>
  `Once its plan is approved, the school leaves the programme when its result is at or above ${formatPercent(floor)} in ${
    exitYears === 1 ? "the next year" : `${exitYears} years running`
  }.`;

/** What the programme is to reach, and by when. */
export const describeGoal = ({ goalKind, goalValue, goalYear }: RuleOf): string =>
  goalKind === "national"
    ? `${formatPercent(goalValue)} nationally by ${goalYear}`
    : `No school below ${formatPercent(goalValue)} by ${goalYear}`;
