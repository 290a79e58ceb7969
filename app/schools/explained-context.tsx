import { measures } from "~/identification/measures";
import { ChartFigure } from "~/ui/chart-figure";
import { formatPercent } from "~/ui/format-number";
import { LineChart } from "~/ui/line-chart";
import { Table } from "~/ui/table";
import type { Explanation } from "./explanation";
import type { Average } from "./list-averages.server";
import { inPoints } from "./pupils-worth";
import { resultInWords } from "./results-over-time";

function Trend({ results }: { results: Explanation["results"] }) {
  const published = results.school.filter(({ value }) => value !== null);
  const [first, last] = [published[0], published.at(-1)];
  if (!first || !last || first === last) return null;
  const change = Math.round(((last.value ?? 0) - (first.value ?? 0)) * 10) / 10;
  const way = change === 0 ? "the same" : `${inPoints(Math.abs(change))} ${change > 0 ? "higher" : "lower"}`;
  return (
    <p className="govuk-body">
      The school went from {resultInWords(first)} in {first.year} to {resultInWords(last)} in {last.year}: {way}.
    </p>
  );
}

const average = (found: Average | undefined) =>
  found ? `${formatPercent(found.value)}${found.printed ? " (published)" : ""}` : "–";

/** A school's own trend, and its results beside the averages of council, region and country. */
export function ExplainedContext({
  explanation: { results: stored, averages, school, rule },
}: {
  explanation: Explanation;
}) {
  // Years before the school was in any file say nothing of it.
  const first = stored.school.findIndex(({ value, code }) => value !== null || code !== null);
  const results = { ...stored, school: stored.school.slice(Math.max(0, first)) };
  const title = "Beside the council, the region and England";
  const valuesOf = (scope: "council" | "national") =>
    results.school.map(({ year }) => averages[scope][year]?.value ?? null);
  return (
    <>
      <h2 className="govuk-heading-m">The results in context</h2>
      <Trend results={results} />
      <ChartFigure
        title={title}
        chart={
          <LineChart
            id="context"
            title={title}
            description={`The school’s results: ${results.school.map((year) => `${year.year}: ${resultInWords(year)}`).join(", ")}. The floor is ${formatPercent(results.floor)}.`}
            labels={results.school.map(({ year }) => String(year))}
            main={{
              name: "School",
              values: results.school.map(({ value }) => value),
              notes: results.school.map(({ code }) => code || null),
            }}
            others={[
              { name: "Council", values: valuesOf("council") },
              { name: "England", values: valuesOf("national") },
            ].filter(({ values }) => values.some((value) => value !== null))}
            threshold={{ value: results.floor, label: "Floor" }}
          />
        }
        table={
          <Table
            caption={`${title}: figures`}
            captionHidden
            rowHeaders
            wide
            columns={[
              { label: "Year" },
              { label: "School", numeric: true },
              { label: school.council, numeric: true },
              { label: school.region, numeric: true },
              { label: "England", numeric: true },
            ]}
            rows={results.school.map((year) => ({
              key: String(year.year),
              cells: [
                year.year,
                resultInWords(year),
                average(averages.council[year.year]),
                average(averages.region[year.year]),
                average(averages.national[year.year]),
              ],
            }))}
          />
        }
        source={`Percentage of ${measures[rule.measure].words}, as stored today. Averages marked as published are the Department’s own. The others are the mean of the mainstream schools’ published figures, where each school counts the same.`}
      />
    </>
  );
}
