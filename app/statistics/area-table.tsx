import { Table } from "~/ui/table";
import type { AreaFigures } from "./figures";
import { formatFigure, formatMean, formatPart } from "./format-figure";

type AreaTableProps = { caption: string; areas: AreaFigures[]; year: number; captionHidden?: boolean };

/** What the run found in some areas, one a row. */
export function AreaTable({ caption, areas, year, captionHidden }: AreaTableProps) {
  return (
    <Table
      caption={caption}
      captionSize="m"
      captionHidden={captionHidden}
      rowHeaders
      small
      wide
      columns={[
        { label: "Area" },
        { label: "Eligible schools", numeric: true },
        { label: "Need a plan", numeric: true },
        { label: "Share of eligible schools", numeric: true, nowrap: true },
        { label: `Mean in ${year}`, numeric: true },
      ]}
      rows={areas.map(({ name, scope, eligible, flagged, years }) => ({
        key: `${scope} ${name}`,
        cells: [
          name,
          formatFigure(eligible),
          formatFigure(flagged),
          formatPart(flagged, eligible),
          formatMean(years.at(-1)?.mean ?? null, years.at(-1)?.schools ?? null),
        ],
      }))}
    />
  );
}
