import Papa from "papaparse";
import { layouts } from "./layouts";
import type { Field, Layout, MeasureColumns } from "./layouts";
import type { MeasureId } from "./measures";
import type { RowError } from "./row-error";
import { shorten } from "./row-error";

export type Separator = "," | "\t" | ";" | "|";

export interface MeasureColumn {
  measure: MeasureId;
  index: number;
  name: string;
  /** The year in the column's name; null for the column of the file's own year. */
  year: number | null;
}

export interface Recognised {
  layout: Layout;
  separator: Separator;
  /** Records before the first row of schools, the header included. */
  headerRecords: number;
  headerLine: number;
  header: readonly string[];
  fields: Readonly<Partial<Record<Field, number>>>;
  measureColumns: readonly MeasureColumn[];
}

const separators: readonly Separator[] = [",", "\t", ";", "|"];
/** Tables saved from a spreadsheet may have a title above the header. */
const MAX_LINES_TO_HEADER = 10;
const MAX_COLUMNS = 2000;
const MAX_HEADER_LENGTH = 200_000;
/** A measure's column says more about the layout than a key column: all of the Department's tables share those. */
const MEASURE_WEIGHT = 5;

/** Finds the header, the separator and the layout of a results file from its first lines. */
export function recogniseLayout(text: string): Recognised | RowError {
  const candidates = separators.flatMap((separator) => readFirstRecords(text, separator));
  const best = candidates
    .flatMap((candidate) =>
      layouts.map((layout) => ({ ...candidate, layout, ...matchLayout(candidate.header, layout) })),
    )
    .reduce((a, b) => (b.score > a.score ? b : a));

  if (best.matched < 2) {
    return fileError(
      1,
      null,
      text.split("\n", 1)[0] ?? "",
      "The first line has no columns of a results table that this service knows",
    );
  }
  const { layout, headerLine, header, fields, measureColumns } = best;
  const headerText = header.join(", ");
  if (header.length > MAX_COLUMNS) {
    return fileError(
      headerLine,
      null,
      `more than ${MAX_COLUMNS} columns`,
      `The file must have at most ${MAX_COLUMNS} columns`,
    );
  }
  if (measureColumns.length === 0) {
    const wanted = layouts.filter((other) => other.phase === layout.phase).flatMap((other) => other.measures);
    const names = [...new Set(wanted.flatMap(({ columns }) => columns.at(-1) ?? []))].join(" or ");
    return fileError(
      headerLine,
      names,
      headerText,
      `The file has no column ${names}, so it has no results of a measure`,
    );
  }
  const missing = layout.needed.find((field) => fields[field] === undefined);
  if (missing) {
    const column = layout.columns[missing] ?? missing;
    return fileError(headerLine, column, headerText, `The file has no column ${column}`);
  }
  if (fields.urn === undefined && fields.establishment === undefined) {
    return fileError(headerLine, "URN", headerText, `The file has no column URN or ${layout.columns.establishment}`);
  }
  const names = header.map((name) => name.toUpperCase());
  const used = [...Object.values(fields), ...measureColumns.map(({ index }) => index)];
  const twice = used.find((index) => names.indexOf(names[index] ?? "") !== names.lastIndexOf(names[index] ?? ""));
  if (twice !== undefined) {
    const name = header[twice] ?? "";
    return fileError(headerLine, name, headerText, `The file has the column ${name} more than once`);
  }
  return { layout, separator: best.separator, headerRecords: best.records, headerLine, header, fields, measureColumns };
}

/** The first records of a text as its header could be, were this its separator. */
export function readFirstRecords(text: string, separator: Separator) {
  let end = -1;
  for (let line = 0; line < MAX_LINES_TO_HEADER; line += 1) {
    const next = text.indexOf("\n", end + 1);
    end = next === -1 ? text.length : next;
    if (next === -1) break;
  }
  const { data } = Papa.parse<string[]>(text.slice(0, Math.min(end, MAX_HEADER_LENGTH)), {
    delimiter: separator,
    newline: "\n",
  });
  let line = 1;
  return data.map((cells, index) => {
    // One cell past the limit is enough to see that there are too many.
    const header = cells.slice(0, MAX_COLUMNS + 1).map((cell) => cell.trim());
    const candidate = { separator, header, records: index + 1, headerLine: line };
    line += 1 + countLineBreaks(cells);
    return candidate;
  });
}

function matchLayout(header: readonly string[], layout: Layout) {
  const positions = new Map(header.map((name, index) => [name.toUpperCase(), index] as const));
  const fields: Partial<Record<Field, number>> = {};
  for (const [field, name] of Object.entries(layout.columns) as [Field, string | undefined][]) {
    const index = name === undefined ? undefined : positions.get(name.toUpperCase());
    if (index !== undefined) fields[field] = index;
  }
  const measureColumns = layout.measures.flatMap((measure) => findMeasureColumns(header, measure));
  const matched = Object.keys(fields).length + (measureColumns.length > 0 ? MEASURE_WEIGHT : 0);
  const missing = layout.needed.filter((field) => fields[field] === undefined).length;
  return { fields, measureColumns, matched, score: matched - missing };
}

/** The columns of a measure that a header has: of each year, and of the file's own, the first name that the layout has. */
function findMeasureColumns(header: readonly string[], { measure, columns, yearColumns }: MeasureColumns) {
  const found = new Map<number | null, MeasureColumn>();
  const note = (year: number | null, index: number, name: string) =>
    found.has(year) || found.set(year, { measure, index, name, year });
  for (const column of columns)
    header.forEach((name, index) => name.toUpperCase() === column.toUpperCase() && note(null, index, name));
  for (const column of yearColumns) {
    const [before = "", after = ""] = column.toUpperCase().split("{YY}");
    header.forEach((name, index) => {
      const upper = name.toUpperCase();
      const digits = upper.slice(before.length, upper.length - after.length);
      if (`${before}${digits}${after}` === upper && /^\d\d$/.test(digits)) note(2000 + Number(digits), index, name);
    });
  }
  return [...found.values()];
}

/** Line breaks inside quoted cells, which make a record longer than one line of the file. */
function countLineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) count += 1;
  }
  return count;
}

/** The same file with only the columns that are read, so that the other hundreds are not kept in memory. */
export function keepUsedColumns(recognised: Recognised): { used: number[]; narrowed: Recognised } {
  const { fields, measureColumns, header } = recognised;
  const used = [...Object.values(fields), ...measureColumns.map(({ index }) => index)].sort((a, b) => a - b);
  const narrowed = {
    ...recognised,
    header: used.map((index) => header[index] ?? ""),
    fields: Object.fromEntries(Object.entries(fields).map(([field, index]) => [field, used.indexOf(index)])),
    measureColumns: measureColumns.map((column) => ({ ...column, index: used.indexOf(column.index) })),
  };
  return { used, narrowed };
}

function fileError(line: number, column: string | null, found: string, message: string): RowError {
  return { line, column, found: shorten(found), message };
}
