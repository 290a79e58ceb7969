import { ChartFigure } from "~/ui/chart-figure";
import { ColumnChart } from "~/ui/column-chart";
import { formatPercent } from "~/ui/format-number";
import { Table } from "~/ui/table";
import { bandsBelow, bandsOf, describeBand, shortBand } from "./bands";
import { type AreaFigures, shareOf } from "./figures";
import { formatFigure, formatPart, NOT_SHOWN } from "./format-figure";

type SpreadFigureProps = { areas: AreaFigures[]; floor: number; year: number };

/** How the eligible schools' latest results lie around the floor, in bands of points. */
export function SpreadFigure({ areas, floor, year }: SpreadFigureProps) {
  const [main] = areas;
  if (!main) return null;
  const bands = bandsOf(floor);
  const under = bandsBelow(floor);
  const title = `Results of ${year} around the floor`;
  const below = main.bands.slice(0, under);
  const total = below.reduce((sum: number | null, count) => (sum === null || count === null ? null : sum + count), 0);
  return (
    <ChartFigure
      title={title}
      chart={
        <ColumnChart
          id="spread"
          title={title}
          description={`Share of the eligible schools in each band of results. ${main.name}: ${
            total === null
              ? "some figures are not shown"
              : `${formatPart(total, main.eligible)} below ${formatPercent(floor)}`
          }.`}
          groups={bands.map(shortBand)}
          series={areas.map((area) => ({
            name: area.name,
            values: area.bands.map((count) => (area.eligible === 0 ? 0 : shareOf(count, area.eligible))),
          }))}
          note={NOT_SHOWN}
          divider={under > 0 ? { before: under, label: `Floor ${formatPercent(floor)}` } : undefined}
        />
      }
      table={
        <Table
          caption={`${title}: number of schools`}
          captionHidden
          rowHeaders
          small
          wide
          columns={[
            { label: "Result", nowrap: true },
            ...areas.map(({ name }) => ({ label: name, numeric: true, nowrap: true })),
          ]}
          rows={bands.map((band, at) => ({
            key: String(at),
            cells: [
              describeBand(band),
              ...areas.map((area) =>
                area.eligible ? formatPart(area.bands[at] ?? null, area.eligible) : formatFigure(area.eligible),
              ),
            ],
          }))}
        />
      }
      source={`Of the eligible schools. Below ${formatPercent(floor)} is below the floor.`}
    />
  );
}
