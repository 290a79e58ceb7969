import { measures, isMeasureId } from "~/identification/measures";
import { ChartFigure } from "~/ui/chart-figure";
import { formatPercent } from "~/ui/format-number";
import { LineChart } from "~/ui/line-chart";
import { Table } from "~/ui/table";
import { resultInWords, type ResultsOverTime } from "./results-over-time";

const average = (value: number | null | undefined): string =>
  value === null || value === undefined ? "–" : formatPercent(value);

/** A school's results against the floor, beside the averages of its council and of England, with the same as a table. */
export function ResultsChart({
  id,
  results,
  title = "Results against the floor",
}: {
  id: string;
  results: ResultsOverTime;
  title?: string;
}) {
  const { school, council, national, floor } = results;
  const measure = isMeasureId(results.measure) ? measures[results.measure] : null;
  const averages = [
    { name: "Council", values: council },
    { name: "England", values: national },
  ].filter(({ values }) => values.some((value) => value !== null));
  const sentences = school.map((result) => `${result.year}: ${resultInWords(result)}`);
  return (
    <ChartFigure
      title={title}
      chart={
        <LineChart
          id={id}
          title={title}
          description={`The school’s results: ${sentences.join(", ")}. The floor is ${formatPercent(floor)}.`}
          labels={school.map(({ year }) => String(year))}
          main={{
            name: "School",
            values: school.map(({ value }) => value),
            notes: school.map(({ code }) => code || null),
          }}
          others={averages.map(({ name, values }) => ({ name, values }))}
          threshold={{ value: floor, label: "Floor" }}
        />
      }
      table={
        <Table
          caption={`${title}: figures`}
          captionHidden
          rowHeaders
          small
          columns={[
            { label: "Year" },
            { label: "School", numeric: true },
            ...averages.map(({ name }) => ({ label: `${name} average`, numeric: true })),
          ]}
          rows={school.map((result, index) => ({
            key: String(result.year),
            cells: [result.year, resultInWords(result), ...averages.map(({ values }) => average(values[index]))],
          }))}
        />
      }
      source={`${measure ? `Percentage of ${measure.words}. ` : ""}Years are those in which the school year ends. Averages are those that the Department prints for the year; where it prints none, the mean of the mainstream schools’ published figures.`}
    />
  );
}
