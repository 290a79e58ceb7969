import { ChartFigure } from "~/ui/chart-figure";
import { formatPercent } from "~/ui/format-number";
import { LineChart } from "~/ui/line-chart";
import { Table } from "~/ui/table";
import { type AreaFigures, shareOf, type YearFigures } from "./figures";
import { formatMean, formatPart, NOT_SHOWN } from "./format-figure";

const words = { council: "Council", region: "Region", national: "England" };

type TrendProps = {
  id: string;
  title: string;
  areas: AreaFigures[];
  valueOf: (year: YearFigures) => number | null;
  textOf: (year: YearFigures) => string;
  threshold?: { value: number; label: string };
  source: string;
};

/** One figure of up to three areas over the years. */
function Trend({ id, title, areas, valueOf, textOf, threshold, source }: TrendProps) {
  const [main, ...others] = areas;
  if (!main) return null;
  const lineOf = (area: AreaFigures) => ({ name: words[area.scope], values: area.years.map(valueOf) });
  const ends = [main.years[0], main.years.at(-1)];
  const description = `${main.name}: ${[...new Set(ends)].flatMap((year) => (year ? [`${textOf(year)} in ${year.year}`] : [])).join(", ")}.`;
  return (
    <ChartFigure
      title={title}
      chart={
        <LineChart
          id={id}
          title={title}
          description={description}
          labels={main.years.map(({ year }) => String(year))}
          main={{
            ...lineOf(main),
            notes: main.years.map((year) => (year.schools === 0 ? "None" : valueOf(year) === null ? NOT_SHOWN : null)),
          }}
          others={others.map(lineOf)}
          threshold={threshold}
        />
      }
      table={
        <Table
          caption={title}
          captionHidden
          rowHeaders
          small
          wide
          columns={[{ label: "Year" }, ...areas.map(({ name }) => ({ label: name, numeric: true, nowrap: true }))]}
          rows={main.years.map(({ year }, at) => ({
            key: String(year),
            cells: [String(year), ...areas.map((area) => (area.years[at] ? textOf(area.years[at]) : ""))],
          }))}
        />
      }
      source={source}
    />
  );
}

/** Schools below the floor, and the mean of the schools' figures, by year. */
export function TrendFigures({ areas, floor }: { areas: AreaFigures[]; floor: number }) {
  return (
    <>
      <Trend
        id="below"
        title={`Schools below ${formatPercent(floor)}, by year`}
        areas={areas}
        valueOf={({ below, schools }) => shareOf(below, schools)}
        textOf={({ below, schools }) => formatPart(below, schools)}
        source="Of the state-funded mainstream schools with a published result in the year."
      />
      <Trend
        id="mean"
        title="Mean of the schools’ figures, by year"
        areas={areas}
        valueOf={({ mean }) => mean}
        textOf={({ mean, schools }) => formatMean(mean, schools)}
        threshold={{ value: floor, label: `Floor ${formatPercent(floor)}` }}
        source="The plain mean of the schools’ published percentages, whatever the number of their pupils."
      />
    </>
  );
}
