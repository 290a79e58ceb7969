import { BarStrip } from "~/ui/bar-strip";
import { ChartFigure } from "~/ui/chart-figure";
import { formatCount, formatPercent } from "~/ui/format-number";
import { Table } from "~/ui/table";
import { type Bin, trimBins } from "./distribution";

/** How the eligible schools' latest results lie around the floor, as a chart with its table. */
export function RunDistribution({ bins, floor, year }: { bins: readonly Bin[]; floor: number; year: number }) {
  const shown = trimBins(bins);
  if (shown.length === 0) return null;
  const below = shown.filter(({ to }) => to <= floor).reduce((sum, { count }) => sum + count, 0);
  const all = shown.reduce((sum, { count }) => sum + count, 0);
  const title = `Results of ${year} around the floor`;
  const interval = ({ from, to }: Bin) =>
    to === 100 ? `${formatPercent(from)} to 100%` : `${formatPercent(from)} to below ${formatPercent(to)}`;
  return (
    <ChartFigure
      title={title}
      chart={
        <BarStrip
          id="distribution"
          title={title}
          description={`${formatCount(below)} of ${formatCount(all)} eligible schools are below ${formatPercent(floor)}.`}
          bins={shown}
          threshold={{ value: floor, label: `Floor ${formatPercent(floor)}` }}
        />
      }
      table={
        <Table
          caption={`${title}: number of schools`}
          captionHidden
          rowHeaders
          small
          columns={[{ label: "Result" }, { label: "Schools", numeric: true }]}
          rows={shown.map((bin) => ({
            key: String(bin.from),
            cells: [`${interval(bin)}${bin.to <= floor ? " (below the floor)" : ""}`, formatCount(bin.count)],
          }))}
        />
      }
      source="Eligible schools with a published result."
    />
  );
}
