import { bandsOf } from "./bands";
import {
  bandCounts,
  type CouncilCounts,
  type CountedCell,
  flagParts,
  meanOf,
  type RunSettings,
  type ShownCell,
  sum,
} from "./counted";
import { bandCell, type CellName } from "./figures";
import { chooseShown, type Limits, limits, type Member, type Shown } from "./suppress";
import { suppressOwnFigures } from "./suppress-own-figures";

/** The tables of one year, each in what one council counts; those of the latest year that go together are one. */
type Tables = { wholes: Member; below: Member; bands: Member };

type Country = { councils: readonly CouncilCounts[]; settings: RunSettings; year: number; by: Limits };

function tablesOf(count: CouncilCounts["count"], settings: RunSettings, year: number): Tables {
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

/** Every figure that a council may read of itself, its region and England, small numbers taken out; see suppress.ts. */
export function suppressFigures(
  councils: readonly CouncilCounts[],
  { years, ...settings }: RunSettings & { years: readonly number[] },
  by: Limits = limits,
): ShownCell[] {
  return years.flatMap((year) => {
    const country: Country = { councils, settings, year, by };
    return [...areaCells(country), ...councils.flatMap((council) => suppressOwnFigures(council, country))];
  });
}
