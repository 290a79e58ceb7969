import { bandsBelow, bandsOf } from "./bands";
import { type CellName, bandCell, type Scope } from "./figures";
import { chooseShown, hideSmall, isLarge, type Limits, limits, type Member, type Shown } from "./suppress";

/** What a published run counts in one council. A cell that is missing is nought. */
export type CouncilCounts = { code: string; region: string; count: (cell: CellName | "alsoBelow", year: number) => number };
export type ShownCell = { scope: Scope; code: string; cell: CellName; year: number; value: number | null };
/** The settings of the run that decide which of its figures belong together. */
export type RunSettings = { floor: number; latestYear: number; ruleYears: number };

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/** The mean of the schools' figures, to one decimal; nothing more can be worked back from it. */
export const meanOf = (points: number, schools: number): number | null =>
  schools === 0 ? null : oneDecimal(points / schools);

/** The counts of one year, and of the bands in the latest, that must be safe together. */
function tablesOf({ floor, latestYear, ruleYears }: RunSettings, year: number) {
  const latest = year === latestYear;
  const wholes = ({ count }: CouncilCounts) =>
    latest ? [count("schools", year), count("eligible", year)] : [count("schools", year)];
  const below = ({ count }: CouncilCounts) => [
    count("below", year),
    count("schools", year) - count("below", year),
    ...(latest ? partsOf(count) : []),
  ];
  // On one year's rule a school below in the latest year is flagged: there are no others.
  const partsOf = (count: CouncilCounts["count"]) => {
    const [flagged, also] = [count("flagged", year), ruleYears > 1 ? [count("alsoBelow", year)] : []];
    return [flagged, ...also, count("eligible", year) - flagged - sum(also)];
  };
  const bands = ({ count }: CouncilCounts) => bandsOf(floor).map((_, at) => count(bandCell(at), year));
  return { wholes, below, bands };
}

/** The figures that councils read of their regions and of England, as chooseShown decides for each table. */
function areaCells(councils: readonly CouncilCounts[], settings: RunSettings, year: number, by: Limits): ShownCell[] {
  const tables = tablesOf(settings, year);
  const choose = (countsOf: (council: CouncilCounts) => number[], within?: Shown) =>
    chooseShown(
      councils.map((council): Member => ({ region: council.region, counts: countsOf(council) })),
      within,
      by,
    );
  const wholes = choose(tables.wholes);
  const below = choose(tables.below, wholes);
  const bands = year === settings.latestYear ? choose(tables.bands, below) : below;
  const areas = [null, ...new Set(councils.map(({ region }) => region))];
  return areas.flatMap((region) => {
    const inside = councils.filter((council) => region === null || council.region === region);
    const total = (cell: CellName) => sum(inside.map(({ count }) => count(cell, year)));
    const isShown = ({ england, regions }: Shown) => (region === null ? england : regions.has(region));
    const cell = (name: CellName, value: () => number | null, where: Shown): ShownCell => ({
      ...{ scope: region === null ? "national" : "region", code: region ?? "", cell: name, year },
      value: isShown(where) ? value() : null,
    });
    const counted = (name: CellName, where: Shown) => cell(name, () => total(name), where);
    return [
      counted("schools", wholes),
      cell("mean", () => meanOf(total("points"), total("schools")), wholes),
      counted("below", below),
      ...(year === settings.latestYear
        ? [
            ...[counted("eligible", wholes), counted("flagged", below)],
            ...bandsOf(settings.floor).map((_, at) => counted(bandCell(at), bands)),
          ]
        : []),
    ];
  });
}

/** A council's own figures as it may hand them on: it knows them itself, its readers do not. */
function ownCells({ code, count }: CouncilCounts, settings: RunSettings, year: number, by: Limits): ShownCell[] {
  const of = (cell: CellName) => count(cell, year);
  const shown = (cell: CellName, value: number | null, large: boolean): ShownCell => ({
    ...{ scope: "council", code, cell, year },
    value: large ? value : null,
  });
  const [schools, eligible] = [of("schools"), of("eligible")];
  const enough = isLarge(0, schools, by);
  const cells = [
    shown("schools", schools, enough),
    shown("mean", meanOf(of("points"), schools), enough),
    shown("below", of("below"), isLarge(of("below"), schools, by)),
  ];
  if (year !== settings.latestYear) return cells;
  const [under, counts] = [bandsBelow(settings.floor), bandsOf(settings.floor).map((_, at) => of(bandCell(at)))];
  const [low, high] = [counts.slice(0, under), counts.slice(under)];
  const split = isLarge(sum(low), eligible, by);
  return [
    ...cells,
    shown("eligible", eligible, isLarge(0, eligible, by)),
    shown("flagged", of("flagged"), isLarge(of("flagged"), eligible, by)),
    ...[...hideSmall(low, by), ...hideSmall(high, by)].map((value, at) => shown(bandCell(at), value, split)),
  ];
}

/** Every figure that a council may read of itself, its region and England, small numbers taken out. */
export function suppressFigures(
  councils: readonly CouncilCounts[],
  { years, ...settings }: RunSettings & { years: readonly number[] },
  by: Limits = limits,
): ShownCell[] {
  return years.flatMap((year) => [
    ...areaCells(councils, settings, year, by),
    ...councils.flatMap((council) => ownCells(council, settings, year, by)),
  ]);
}
