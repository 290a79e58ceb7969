import type { AreaFigures } from "./figures";
import { shareOf } from "./figures";

export const sortKeys = ["name", "region", "eligible", "flagged", "share", "mean"] as const;
export type SortKey = (typeof sortKeys)[number];

/** What the Department's page asks for: which run, of which area the charts are, which councils in which order. */
export type StatisticsQuery = {
  run: string | null;
  region: string | null;
  council: string | null;
  sort: SortKey;
  order: "asc" | "desc";
};

/** Names begin at A, figures at the largest. */
export const firstOrder = (sort: SortKey): StatisticsQuery["order"] =>
  sort === "name" || sort === "region" ? "asc" : "desc";

export function readStatisticsQuery(search: URLSearchParams): StatisticsQuery {
  const sort = sortKeys.find((key) => key === search.get("sort")) ?? "name";
  return {
    run: search.get("run") || null,
    region: search.get("region") || null,
    council: search.get("council") || null,
    sort,
    order: (["asc", "desc"] as const).find((order) => order === search.get("order")) ?? firstOrder(sort),
  };
}

/** The address of the page, or of its file, that asks for this; defaults are left out. */
export function statisticsHref(programmeId: string, query: StatisticsQuery, rest = ""): string {
  const { sort, order, ...filters } = query;
  const search = new URLSearchParams(Object.entries(filters).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  if (sort !== "name" || order !== firstOrder(sort)) {
    search.set("sort", sort);
    search.set("order", order);
  }
  const text = search.toString();
  return `/statistics/${programmeId}${rest}${text ? `?${text}` : ""}`;
}

type Council = AreaFigures & { region: string };
const known = (value: number | null) => value ?? -1;
const latestMean = ({ years }: AreaFigures) => years.at(-1)?.mean ?? null;

function compare(sort: SortKey, one: Council, other: Council): number {
  if (sort === "name" || sort === "region") return one[sort].localeCompare(other[sort], "en-GB");
  if (sort === "share")
    return known(shareOf(one.flagged, one.eligible)) - known(shareOf(other.flagged, other.eligible));
  if (sort === "mean") return known(latestMean(one)) - known(latestMean(other));
  return known(one[sort]) - known(other[sort]);
}

/** The councils of the region asked for, in the order asked for; equal ones by name, then code. */
export const arrangeCouncils = <Kind extends Council>(
  councils: readonly Kind[],
  { region, sort, order }: StatisticsQuery,
): Kind[] =>
  councils
    .filter((council) => !region || council.region === region)
    .sort(
      (one, other) =>
        (order === "asc" ? 1 : -1) * compare(sort, one, other) ||
        one.name.localeCompare(other.name, "en-GB") ||
        one.code.localeCompare(other.code),
    );

type Areas<Kind extends Council> = { england: AreaFigures; regions: readonly AreaFigures[]; councils: readonly Kind[] };

/**
 * The areas whose figures the page draws: the council asked for with its region and England, the region with England, or
 * England. Throws a 404 for one that is not there.
 */
export function chooseAreas(
  { england, regions, councils }: Areas<Council>,
  query: Pick<StatisticsQuery, "region" | "council">,
): AreaFigures[] {
  const council = query.council ? councils.find(({ code }) => code === query.council) : undefined;
  const name = council?.region ?? query.region;
  const region = name ? regions.find((area) => area.name === name) : undefined;
  if ((query.council && !council) || (query.region && !region)) throw new Response("Not found", { status: 404 });
  return [council, region, england].filter((area) => area !== undefined);
}

/**
 * The areas of the page's file, for the same filters: the areas that the page draws and, where no council is chosen,
 * every council and region that it lists. Throws a 404 for an area that is not there.
 */
export function chooseFileAreas<Kind extends Council>(areas: Areas<Kind>, query: StatisticsQuery): AreaFigures[] {
  const drawn = chooseAreas(areas, query);
  if (query.council) return drawn;
  return [...arrangeCouncils(areas.councils, query), ...(query.region ? [] : areas.regions), ...drawn];
}
