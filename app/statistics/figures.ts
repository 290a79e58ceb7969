import { bandsOf } from "./bands";

export type Scope = "council" | "region" | "national";

/**
 * The figures of an area and year: schools with a published result, those of them below the floor and the mean of their
 * figures; and in the latest year those that the run found eligible and flagged, and how many lie in each band.
 */
export type CellName = "schools" | "below" | "mean" | "eligible" | "flagged" | `band${number}`;

export const bandCell = (at: number): CellName => `band${at}`;

/** A figure, or null where it is not shown. */
export type Figure = number | null;

export type YearFigures = { year: number; schools: Figure; below: Figure; mean: Figure };
export type AreaFigures = {
  scope: Scope;
  /** A council's code; empty for the others. */
  code: string;
  name: string;
  eligible: Figure;
  flagged: Figure;
  years: YearFigures[];
  /** How many of the eligible schools lie in each band; see bands.ts. */
  bands: Figure[];
};

/** The figures of one area, out of what was counted or is shown of it: `read` knows no cell that nothing was counted in. */
export function toAreaFigures(
  area: Pick<AreaFigures, "scope" | "code" | "name">,
  read: (cell: CellName, year: number) => Figure | undefined,
  { years, latestYear, floor }: { years: readonly number[]; latestYear: number; floor: number },
): AreaFigures {
  const count = (cell: CellName, year = latestYear): Figure => {
    const value = read(cell, year);
    return value === undefined ? 0 : value;
  };
  return {
    ...area,
    eligible: count("eligible"),
    flagged: count("flagged"),
    years: years.map((year) => ({
      year,
      schools: count("schools", year),
      below: count("below", year),
      mean: read("mean", year) ?? null,
    })),
    bands: bandsOf(floor).map((_, at) => count(bandCell(at))),
  };
}

/** A part of a whole in per cent to one decimal; null where either is not shown or there is no whole. */
export const shareOf = (part: Figure, whole: Figure): number | null =>
  part === null || !whole ? null : Math.round((1000 * part) / whole) / 10;
