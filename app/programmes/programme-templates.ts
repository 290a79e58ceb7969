import type { MeasureId } from "~/identification/measures";

/**
 * The two floor standards that the service knows by heart: the National Challenge for secondary schools (2008) and the
 * floor for primary schools (December 2009). An admin starts from one and changes what the programme needs.
 */
export type ProgrammeTemplate = {
  id: "primary" | "secondary";
  name: string;
  about: string;
  measure: MeasureId;
  /** Percentage points. */
  floor: number;
  /** Flagged when below in each of this many years, the latest among them. */
  ruleYears: number;
  /** Below in each of this many years: the first concern. */
  concernYears: number;
  gapPolicy: "break" | "skip";
  minPublishedYears: number;
  minPupils: number;
  /** What every school or the country is to reach, in percentage points. */
  goalValue: number;
  goalKind: "everySchool" | "national";
  /** How many years after the latest results the goal is for. */
  goalYearsAhead: number;
  /** At or above the floor in this many years running after approval: the school leaves the programme. */
  exitYears: number;
  cohortSize: number;
  smallestCouncil: number;
  graceDays: number;
};

export const programmeTemplates: readonly ProgrammeTemplate[] = [
  {
    id: "primary",
    name: "Primary floor standard",
    about: "Level 4 or above in both English and maths at the end of key stage 2, floor 55%.",
    measure: "ks2-l4-em",
    floor: 55,
    ruleYears: 1,
    concernYears: 4,
    gapPolicy: "break",
    minPublishedYears: 1,
    minPupils: 0,
    goalValue: 78,
    goalKind: "national",
    goalYearsAhead: 2,
    exitYears: 1,
    cohortSize: 12,
    smallestCouncil: 5,
    graceDays: 14,
  },
  {
    id: "secondary",
    name: "National Challenge",
    about: "Five or more GCSEs at A* to C including English and maths, floor 30%.",
    measure: "ks4-5ac-em",
    floor: 30,
    ruleYears: 1,
    concernYears: 4,
    gapPolicy: "break",
    minPublishedYears: 1,
    minPupils: 0,
    goalValue: 30,
    goalKind: "everySchool",
    goalYearsAhead: 3,
    exitYears: 1,
    cohortSize: 12,
    smallestCouncil: 5,
    graceDays: 14,
  },
];

export const findTemplate = (id: string): ProgrammeTemplate | undefined =>
  programmeTemplates.find((template) => template.id === id);
