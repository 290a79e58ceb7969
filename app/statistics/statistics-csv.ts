import { type CsvCell, writeCsv } from "~/platform/csv";
import { bandsBelow, bandsOf, describeBand } from "./bands";
import { type AreaFigures, type Figure, shareOf } from "./figures";
import { NOT_SHOWN } from "./format-figure";
import { areLarge, areOthersLarge } from "./suppress";

type CsvArea = AreaFigures & { region?: string };
type Setting = { floor: number; latestYear: number };

const kinds = { council: "Council", region: "Region", national: "England" };
const figure = (value: Figure): CsvCell => value ?? NOT_SHOWN;
const share = (part: Figure, whole: Figure): CsvCell => (whole === 0 ? null : (shareOf(part, whole) ?? NOT_SHOWN));

/** Whether a row has a number of schools that would not be shown outside the Department. */
function hasSmall(
  { eligible, flagged, bands }: AreaFigures,
  { schools, below }: AreaFigures["years"][number],
  /** Null in a year that is not the latest. */
  latest: Pick<Setting, "floor"> | null,
) {
  const pairs = [[below ?? 0, (schools ?? 0) - (below ?? 0)]];
  if (latest) {
    const counts = bands.map((count) => count ?? 0);
    const eligibleBelow = counts.slice(0, bandsBelow(latest.floor)).reduce((total, count) => total + count, 0);
    // Below in the latest year and not flagged: with a rule of one year there are none.
    const also = eligibleBelow - (flagged ?? 0);
    const eligibleAbove = (eligible ?? 0) - eligibleBelow;
    pairs.push([flagged ?? 0, also, eligibleAbove], counts);
    const others = { below: (below ?? 0) - eligibleBelow, above: (schools ?? 0) - (below ?? 0) - eligibleAbove };
    if (!areOthersLarge(others)) return true;
  }
  return pairs.some((parts) => !areLarge(parts));
}

/**
 * The figures of areas as a file, one row an area and year; what only the latest year has is empty in the others. For
 * the Department, `marked` adds a column that says which rows hold small numbers.
 */
export function statisticsCsv(areas: readonly CsvArea[], { floor, latestYear }: Setting, marked: boolean): string {
  const bands = bandsOf(floor);
  const head = [
    ...["Area", "Code", "Name", "Region", "Year", "Schools with a result", `Below ${floor}%`, `Below ${floor}% (%)`],
    ...["Mean of the schools' figures", "Eligible schools", "Need a plan", "Need a plan (%)"],
    ...bands.map((band) => `Eligible: ${describeBand(band)}`),
    ...(marked ? ["Holds small numbers"] : []),
  ];
  const lines = areas.flatMap((area) =>
    area.years.map((year): CsvCell[] => {
      const latest = year.year === latestYear;
      const ofLatest = [area.eligible, area.flagged].map(figure);
      return [
        ...[
          kinds[area.scope],
          area.code,
          area.name,
          area.region ?? (area.scope === "region" ? area.name : ""),
          year.year,
        ],
        ...[figure(year.schools), figure(year.below), share(year.below, year.schools)],
        year.schools === 0 ? null : figure(year.mean),
        ...(latest ? [...ofLatest, share(area.flagged, area.eligible)] : [null, null, null]),
        ...bands.map((_, at) => (latest ? figure(area.bands[at] ?? null) : null)),
        ...(marked ? [hasSmall(area, year, latest ? { floor } : null) ? "Yes" : "No"] : []),
      ];
    }),
  );
  return writeCsv([head, ...lines], { bom: true });
}
