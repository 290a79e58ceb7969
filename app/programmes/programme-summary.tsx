import { measures } from "~/identification/measures";
import { formatDateWithDay } from "~/ui/format-date";
import { formatCount, formatPercent, formatPlural } from "~/ui/format-number";
import { SummaryList } from "~/ui/summary-list";
import type { ProgrammeSettings } from "./create-programme.schema";

/** The settings of a programme, and which of its dates are no working days. */
export function ProgrammeSummary({
  settings,
  notWorking,
}: {
  settings: ProgrammeSettings;
  notWorking: readonly string[];
}) {
  const { measure, floor, latestYear, ruleYears, concernYears, gapPolicy, minPublishedYears, minPupils } = settings;
  const { goalValue, goalKind, goalYear, exitYears, cohortSize, smallestCouncil, graceDays } = settings;
  const { priorityDueOn, standardDueOn } = settings;
  const dated = (date: string) => (
    <>
      {formatDateWithDay(date)}
      {notWorking.includes(date) && <span className="govuk-hint"> Not a working day</span>}
    </>
  );
  const rows = [
    { key: "Measure", value: measures[measure].shortName },
    { key: "Floor", value: formatPercent(Number(floor)) },
    { key: "Latest year", value: latestYear },
    { key: "Flagged", value: `Below the floor in ${formatPlural(ruleYears, "year")}` },
    { key: "First concern", value: `Below the floor in ${formatPlural(concernYears, "year")}` },
    {
      key: "A year without a result",
      value:
        gapPolicy === "break"
          ? "Breaks the run of years"
          : `Is passed over, with at least ${formatPlural(minPublishedYears, "published year")}`,
    },
    {
      key: "Smallest number of pupils",
      value: minPupils > 0 ? `${formatCount(minPupils)} in the latest year` : "None",
    },
    {
      key: "Goal",
      value:
        goalKind === "everySchool"
          ? `No school below ${formatPercent(Number(goalValue))} by ${goalYear}`
          : `${formatPercent(Number(goalValue))} in England by ${goalYear}`,
    },
    {
      key: "Leaves the programme",
      value: `At or above the floor in ${formatPlural(exitYears, "year")} after approval`,
    },
    { key: "Priority councils", value: cohortSize },
    { key: "Smallest council ranked", value: formatPlural(smallestCouncil, "eligible school") },
    { key: "Priority due date", value: dated(priorityDueOn) },
    { key: "Standard due date", value: dated(standardDueOn) },
    { key: "Days of grace", value: graceDays },
  ];
  return <SummaryList rows={rows} />;
}
