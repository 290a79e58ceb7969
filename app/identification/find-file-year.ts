import type { Layout } from "./layouts";
import type { MeasureColumn } from "./recognise-layout";
import type { RowError } from "./row-error";

/**
 * The year that a results file is for: the one in which its school year ends. Its own columns say so where they name
 * years; else the caller (`--year`), else the file's name. A caller who expects another year than the columns name is
 * refused, because every result would land on the wrong year.
 */
export function findFileYear(
  layout: Layout,
  columns: readonly MeasureColumn[],
  filename: string,
  headerLine: number,
  expected?: number,
): { year: number } | RowError {
  const named = columns.filter((column) => column.year !== null);
  const latest = named.reduce<MeasureColumn | null>(
    (a, b) => (a === null || (b.year ?? 0) > (a.year ?? 0) ? b : a),
    null,
  );
  const ownColumn = columns.find((column) => column.year === null);

  if (latest?.year) {
    const isYearBefore = layout.latestYearColumn === "year-before" && ownColumn !== undefined;
    const year = latest.year + (isYearBefore ? 1 : 0);
    if (expected === undefined || expected === year) return { year };
    const message = `The file is for ${year}, not ${expected}: years are those in which the school year ends`;
    return { line: headerLine, column: latest.name, found: String(year), message };
  }
  const year = expected ?? findYearInName(filename);
  if (year !== null) return { year };
  const message = "The file does not say which year it is for. Give the year in which the school year ends";
  return { line: headerLine, column: ownColumn?.name ?? null, found: filename, message };
}

/** "ks2_2016-2017" and "2016-17" are the school year that ends in 2017; a single year is taken as it stands. */
export function findYearInName(filename: string): number | null {
  const pair = /(?<!\d)(20\d\d)[-_/ ]?(20)?(\d\d)(?!\d)/.exec(filename);
  if (pair && Number(`20${pair[3]}`) === Number(pair[1]) + 1) return Number(pair[1]) + 1;
  const years = filename.match(/(?<!\d)20\d\d(?!\d)/g) ?? [];
  return years.length === 1 ? Number(years[0]) : null;
}
