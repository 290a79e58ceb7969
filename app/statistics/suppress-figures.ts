import { bandsBelow, bandsOf } from "./bands";
import { bandCell, type CellName, type Scope } from "./figures";
import { areLarge, chooseShown, type Limits, limits, type Member, type Shown } from "./suppress";

export type CountedCell = CellName | "points" | "alsoBelow";
/** What a published run counts in one council. A cell that is missing is nought. */
export type CouncilCounts = { code: string; region: string; count: (cell: CountedCell, year: number) => number };
/** A figure as this council may read it, of itself or of the areas it lies in. */
export type ShownCell = { council: string; scope: Scope; cell: CellName; year: number; value: number | null };
/** What of the run's rule decides which figures belong together. */
export type RunSettings = { floor: number; latestYear: number; ruleYears: number };

type Count = CouncilCounts["count"];
/** The tables of one year, each in what one council counts; those of the latest year that go together are one. */
type Tables = { wholes: Member; below: Member; bands: Member };

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The mean of the schools' figures to one decimal, from which no figure of a school can be worked back. */
export const meanOf = (points: number, schools: number): number | null =>
  schools === 0 ? null : Math.round((10 * points) / schools) / 10;

const bandCounts = (count: Count, { floor, latestYear }: RunSettings) =>
  bandsOf(floor).map((_, at) => count(bandCell(at), latestYear));

/**
 * Flagged and not. The bands say how many of these are below in the latest year: with a rule of several years they are a
 * part of their own, with one of one year each of them is flagged.
 */
function flagParts(count: Count, { latestYear, ruleYears }: RunSettings): number[] {
  const of = (cell: CountedCell) => count(cell, latestYear);
  const also = ruleYears > 1 ? [of("alsoBelow")] : [];
  return [of("flagged"), ...also, of("eligible") - of("flagged") - sum(also)];
}

function tablesOf(count: Count, settings: RunSettings, year: number): Tables {
  const of = (cell: CountedCell) => count(cell, year);
  const [schools, below] = [of("schools"), of("below")];
  const split = [below, schools - below];
  if (year !== settings.latestYear)
    return { wholes: { tables: [[schools]] }, below: { tables: [split] }, bands: { tables: [] } };
  return {
    wholes: { tables: [[schools], [of("eligible")]] },
    below: { tables: [split, flagParts(count, settings)] },
    bands: { tables: [bandCounts(count, settings)] },
  };
}

type Country = { councils: readonly CouncilCounts[]; settings: RunSettings; year: number; by: Limits };

/** What each council reads of its region and of England: each table as chooseShown decides for that reader. */
function areaCells({ councils, settings, year, by }: Country): ShownCell[] {
  const isLatest = year === settings.latestYear;
  const counted = councils.map((council) => ({ ...council, ...tablesOf(council.count, settings, year) }));
  const totals = (region: string | null) => {
    const inside = councils.filter((council) => region === null || council.region === region);
    return (cell: CountedCell) => sum(inside.map(({ count }) => count(cell, year)));
  };
  const england = totals(null);
  const totalOf = new Map([...new Set(councils.map(({ region }) => region))].map((region) => [region, totals(region)]));
  return counted.flatMap((reader) => {
    const others = counted.filter(({ code }) => code !== reader.code);
    const choose = (table: keyof Tables, within?: Shown) => {
      const of = (isNear: boolean) =>
        others.filter(({ region }) => (region === reader.region) === isNear).map((other) => other[table]);
      return chooseShown({ near: of(true), far: of(false) }, within, by);
    };
    const wholes = choose("wholes");
    const below = choose("below");
    const bands = isLatest ? choose("bands", below) : below;
    const inArea = (scope: "region" | "national"): ShownCell[] => {
      const total = scope === "region" ? (totalOf.get(reader.region) ?? england) : england;
      const cell = (name: CellName, where: Shown, value: () => number | null = () => total(name)): ShownCell => ({
        ...{ council: reader.code, scope, cell: name, year },
        value: (scope === "region" ? where.region : where.england) ? value() : null,
      });
      return [
        cell("schools", wholes),
        cell("mean", wholes, () => meanOf(total("points"), total("schools"))),
        cell("below", below),
        ...(isLatest ? [cell("eligible", wholes), cell("flagged", below)] : []),
        ...(isLatest ? bandsOf(settings.floor).map((_, at) => cell(bandCell(at), bands)) : []),
      ];
    };
    return [...inArea("region"), ...inArea("national")];
  });
}

/** A council's own figures as it may hand them on: it knows them itself, its readers do not. */
function ownCells({ code, count }: CouncilCounts, { settings, year, by }: Country): ShownCell[] {
  const of = (cell: CountedCell) => count(cell, year);
  const cell = (name: CellName, value: number | null, isShown: boolean): ShownCell => ({
    ...{ council: code, scope: "council", cell: name, year },
    value: isShown ? value : null,
  });
  const [schools, below] = [of("schools"), of("below")];
  const ofAll = [
    cell("schools", schools, areLarge([schools], by)),
    cell("mean", meanOf(of("points"), schools), areLarge([schools], by)),
    cell("below", below, areLarge([below, schools - below], by)),
  ];
  if (year !== settings.latestYear) return ofAll;
  const [eligible, flagged] = [of("eligible"), of("flagged")];
  const [counts, under] = [bandCounts(count, settings), bandsBelow(settings.floor)];
  const sides = [counts.slice(0, under), counts.slice(under)];
  const isSplitShown = areLarge(sides.map(sum), by);
  return [
    ...ofAll,
    cell("eligible", eligible, areLarge([eligible], by)),
    cell("flagged", flagged, areLarge(flagParts(count, settings), by)),
    ...counts.map((value, at) =>
      cell(bandCell(at), value, isSplitShown && areLarge(sides[at < under ? 0 : 1] ?? [], by)),
    ),
  ];
}

/** Every figure that a council may read of itself, its region and England, small numbers taken out; see suppress.ts. */
export function suppressFigures(
  councils: readonly CouncilCounts[],
  { years, ...settings }: RunSettings & { years: readonly number[] },
  by: Limits = limits,
): ShownCell[] {
  return years.flatMap((year) => {
    const country: Country = { councils, settings, year, by };
    return [...areaCells(country), ...councils.flatMap((council) => ownCells(council, country))];
  });
}
