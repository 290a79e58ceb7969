import { formatCount } from "~/ui/format-number";
import { Table, type TableColumn } from "~/ui/table";
import type { CouncilFigures } from "./get-statistics.server";
import { shareOf } from "./figures";
import { formatMean, formatOneDecimal } from "./format-figure";
import { firstOrder, type SortKey, sortKeys, statisticsHref, type StatisticsQuery } from "./statistics-query";

type CouncilStatisticsTableProps = {
  programmeId: string;
  query: StatisticsQuery;
  councils: CouncilFigures[];
  year: number;
  caption: string;
};

/** Every council of a run with its figures; each heading sorts, each name opens the council's charts. */
export function CouncilStatisticsTable({ programmeId, query, councils, year, caption }: CouncilStatisticsTableProps) {
  const labels: Record<SortKey, string> = {
    ...{ name: "Council", region: "Region", eligible: "Eligible schools", flagged: "Need a plan" },
    ...{ share: "Share of eligible schools", mean: `Mean in ${year}` },
  };
  const column = (key: SortKey): TableColumn => {
    const current = query.sort === key;
    const next = current ? (query.order === "asc" ? "desc" : "asc") : firstOrder(key);
    return {
      label: labels[key],
      numeric: key !== "name" && key !== "region",
      sort: {
        href: `${statisticsHref(programmeId, { ...query, sort: key, order: next })}#councils`,
        direction: current ? (query.order === "asc" ? "ascending" : "descending") : "none",
      },
    };
  };
  return (
    <Table
      caption={caption}
      captionHidden
      rowHeaders
      small
      wide
      columns={sortKeys.map(column)}
      rows={councils.map(({ code, name, region, eligible, flagged, years }) => {
        const share = shareOf(flagged, eligible);
        return {
          key: code,
          cells: [
            <a key="name" className="govuk-link" href={statisticsHref(programmeId, { ...query, council: code })}>
              {name}
            </a>,
            region,
            formatCount(eligible ?? 0),
            formatCount(flagged ?? 0),
            share === null ? "No eligible school" : formatOneDecimal(share),
            formatMean(years.at(-1)?.mean ?? null, years.at(-1)?.schools ?? 0),
          ],
        };
      })}
      empty="No council of this region has a school in the figures."
    />
  );
}
