import { bandsOf } from "./bands";

export type Scope = "council" | "region" | "national";

const cellNames = ["schools", "below", "points", "mean", "eligible", "flagged"] as const;
/**
 * The figures of an area and year: schools with a published result, those of them below the floor, the sum of their
 * figures and its mean; and in the latest year those that the run found eligible and flagged, and how many lie in a band.
 */
export type CellName = (typeof cellNames)[number] | `band${number}`;

export const bandCell = (at: number): CellName => `band${at}`;

/** A figure, or null where it is not shown. */
export type Figure = number | null;

export type YearFigures = { year: number; schools: Figure; below: Figure; mean: Figure };
export type AreaFigures = {
  scope: Scope;
  code: string;
  name: string;
  eligible: Figure;
  flagged: Figure;
  years: YearFigures[];
  /** How many of the eligible schools lie in each band; see bands.ts. */
  bands: Figure[];
};

export type ReadCell = { scope: Scope; code: string; cell: string; year: number; value: Figure };
type Named = { scope: Scope; code: string; name: string };

/** The figures of named areas out of cells that were read. Of an area that has none, nothing was counted. */
export function toAreaFigures(
  areas: readonly Named[],
  cells: readonly ReadCell[],
  { years, latestYear, floor }: { years: readonly number[]; latestYear: number; floor: number },
): AreaFigures[] {
  const found = new Map(cells.map(({ scope, code, cell, year, value }) => [`${scope} ${code} ${cell} ${year}`, value]));
  return areas.map((area) => {
    const of = (cell: CellName, year = latestYear): Figure => {
      const value = found.get(`${area.scope} ${area.code} ${cell} ${year}`);
      return value === undefined ? (cell === "mean" ? null : 0) : value;
    };
    return {
      ...area,
      eligible: of("eligible"),
      flagged: of("flagged"),
      years: years.map((year) => ({
        year,
        schools: of("schools", year),
        below: of("below", year),
        mean: of("mean", year),
      })),
      bands: bandsOf(floor).map((_, at) => of(bandCell(at))),
    };
  });
}

/** A part of a whole in per cent to one decimal; null where either is not shown or there is nothing to share. */
export const shareOf = (part: Figure, whole: Figure): number | null =>
  part === null || !whole ? null : Math.round((1000 * part) / whole) / 10;
