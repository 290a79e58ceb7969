import type { Programme } from "~/generated/prisma/client";
import { isMeasureId } from "~/identification/measures";
import { dateColumn, isoDate } from "~/platform/dates";
import type { ProgrammeSettings } from "./create-programme.schema";

/** A programme's settings as its columns take them. */
export const settingColumns = ({ priorityDueOn, standardDueOn, ...settings }: ProgrammeSettings) => ({
  ...settings,
  priorityDueOn: dateColumn(priorityDueOn),
  standardDueOn: dateColumn(standardDueOn),
});

/** The settings of a stored programme. */
export function settingsOf(row: Programme): ProgrammeSettings {
  const { latestYear, ruleYears, concernYears, minPublishedYears, minPupils, goalYear, exitYears, ...rest } = row;
  if (!isMeasureId(row.measure)) throw new Error(`A programme has an unknown measure: ${row.measure}`);
  return {
    template: row.template === "secondary" ? "secondary" : "primary",
    name: row.name,
    measure: row.measure,
    floor: row.floor.toString(),
    latestYear,
    ruleYears,
    concernYears,
    gapPolicy: row.gapPolicy === "skip" ? "skip" : "break",
    minPublishedYears,
    minPupils,
    goalValue: row.goalValue.toString(),
    goalKind: row.goalKind === "everySchool" ? "everySchool" : "national",
    goalYear,
    exitYears,
    cohortSize: rest.cohortSize,
    smallestCouncil: rest.smallestCouncil,
    graceDays: rest.graceDays,
    priorityDueOn: isoDate(row.priorityDueOn),
    standardDueOn: isoDate(row.standardDueOn),
  };
}
