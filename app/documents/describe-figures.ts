import { isMeasureId, measures } from "~/identification/measures";
import { describeDistance } from "~/plans/describe-distance";
import { type PlanSetting, type SectionContent, textOf } from "~/plans/plan-content";
import { readTarget } from "~/plans/read-target";
import { resultInWords, type ResultsOverTime } from "~/schools/results-over-time";
import { formatPercent } from "~/ui/format-number";
import type { Block } from "./block";

const orDash = (value: number | null | undefined) =>
  value === null || value === undefined ? "–" : formatPercent(value);

/** The results over the years beside the averages: the picture, and its table. */
export function resultsBlocks({ measure, floor, school, council, national }: ResultsOverTime): Block[] {
  if (school.length === 0) return [];
  const averages = [
    { name: "Council", values: council },
    { name: "England", values: national },
  ].filter(({ values }) => values.some((value) => value !== null));
  const words = school.map((result) => `${result.year}: ${resultInWords(result)}`).join(", ");
  return [
    {
      kind: "chart",
      alternative: `Line chart of the school’s results: ${words}. The floor is ${formatPercent(floor)}.`,
      labels: school.map(({ year }) => String(year)),
      main: { name: "School", values: school.map(({ value }) => value) },
      others: averages,
      threshold: { value: floor, label: "Floor" },
    },
    {
      kind: "table",
      columns: [
        { label: "Year" },
        { label: "School", numeric: true },
        ...averages.map(({ name }) => ({ label: `${name} average`, numeric: true })),
      ],
      rows: school.map((result, index) => [
        String(result.year),
        resultInWords(result),
        ...averages.map(({ values }) => orDash(values[index])),
      ]),
    },
    {
      kind: "paragraph",
      text: `${isMeasureId(measure) ? `Percentage of ${measures[measure].words}. ` : ""}The floor is ${formatPercent(floor)}. Years are those in which the school year ends.`,
    },
  ];
}

/** The trajectory from the latest result through the targets: the picture, and its table. */
export function targetsBlocks({ baseline, targetYears, floor }: PlanSetting, targets: SectionContent): Block[] {
  const points = targetYears.map((year) => ({ year, value: readTarget(textOf(targets, `target-${year}`)) }));
  const all = baseline ? [baseline, ...points] : points;
  const words = all.map(({ year, value }) => `${year}: ${value === null ? "no target yet" : formatPercent(value)}`);
  return [
    {
      kind: "chart",
      alternative: `Line chart of the targets: ${words.join(", ")}. The floor is ${formatPercent(floor)}.`,
      labels: all.map(({ year }) => String(year)),
      main: { name: "Target", values: all.map(({ value }) => value) },
      others: [],
      threshold: { value: floor, label: "Floor" },
    },
    {
      kind: "table",
      columns: [
        { label: "Year" },
        { label: "Result or target", numeric: true },
        { label: "Against the floor", numeric: true },
      ],
      rows: all.map(({ year, value }) => [
        year === baseline?.year ? `${year} (latest result)` : String(year),
        orDash(value),
        value === null ? "–" : describeDistance(value, floor),
      ]),
    },
  ];
}
