import { detectNotation, makeCellReader } from "./published-value";
import type { CellReading } from "./published-value";
import type { MeasureColumn } from "./recognise-layout";
import { readText } from "./read-school-row";
import type { PublishedResult, RawRow, RowContext } from "./read-school-row";

/** The measure columns with their years, in the order results are kept, and how this file writes percentages. */
export interface ResultColumns {
  columns: readonly (MeasureColumn & { resultYear: number })[];
  readCell: (cell: string) => CellReading;
}

export function planResultColumns(rows: readonly RawRow[], { recognised }: RowContext, year: number): ResultColumns {
  const columns = recognised.measureColumns.map((column) => ({ ...column, resultYear: column.year ?? year }));
  // Within a year the file's own column first, so that a conflict is reported at the column that repeats it.
  columns.sort(
    (a, b) =>
      Number(a.measure > b.measure) - Number(a.measure < b.measure) ||
      a.resultYear - b.resultYear ||
      Number(a.year !== null) - Number(b.year !== null),
  );
  function* cells() {
    for (const row of rows) for (const { index } of columns) yield readText(row, index);
  }
  return { columns, readCell: makeCellReader(detectNotation(cells(), recognised.layout.usualNotation)) };
}

/**
 * A row's results, ordered by year. The file's own year may stand twice, as PTENGMATX and PTENGMATX12: they are the
 * same result, so two different values are an error, and a value or code in one fills a blank in the other. A value
 * beside a code is an error too: whichever was meant decides whether the school is below the floor.
 */
export function readPublishedResults(
  row: RawRow,
  { columns, readCell }: ResultColumns,
  { recognised, errors }: RowContext,
): PublishedResult[] {
  const results: PublishedResult[] = [];
  let before: ResultColumns["columns"][number] | undefined;
  for (const column of columns) {
    const { measure, index, resultYear: year, name } = column;
    const repeated = before?.measure === measure && before.resultYear === year ? before : undefined;
    before = column;
    const cell = readText(row, index);
    const reading = readCell(cell);
    if ("problem" in reading) {
      errors.add(row.line, recognised.header[index] ?? null, cell, reading.problem);
      continue;
    }
    const earlier = repeated ? results.at(-1) : undefined;
    if (!repeated || !earlier || earlier.year !== year || earlier.measure !== measure) {
      results.push(resultOf(measure, year, reading));
    } else if (earlier.code === "") {
      results[results.length - 1] = resultOf(measure, year, reading);
    } else if (reading.code !== "" && reading.value !== earlier.value) {
      const other = earlier.value ?? earlier.code;
      errors.add(row.line, name, cell, `Must be the same as ${repeated.name}, which has ${other} for ${year}`);
    }
  }
  return results;
}

const resultOf = (
  measure: PublishedResult["measure"],
  year: number,
  { value, code }: Exclude<CellReading, { problem: string }>,
): PublishedResult => (value === null ? { measure, year, value, code } : { measure, year, value, code: null });
