import { detectNotation, readPublishedValue } from "./published-value";
import type { Notation } from "./published-value";
import type { MeasureColumn } from "./recognise-layout";
import { readText } from "./read-school-row";
import type { PublishedResult, RawRow, RowContext } from "./read-school-row";

/** The measure columns with their years, and how each measure's percentages are written in this file. */
export interface ResultColumns {
  columns: readonly (MeasureColumn & { resultYear: number })[];
  notation: Notation;
}

export function planResultColumns(rows: readonly RawRow[], { recognised }: RowContext, year: number): ResultColumns {
  const columns = recognised.measureColumns.map((column) => ({ ...column, resultYear: column.year ?? year }));
  // The file's own column first, so that a conflict is reported at the column that repeats it.
  columns.sort((a, b) => Number(a.year !== null) - Number(b.year !== null));
  function* cells() {
    for (const row of rows) for (const { index } of columns) yield readText(row, index);
  }
  return { columns, notation: detectNotation(cells(), recognised.layout.usualNotation) };
}

/**
 * A row's results, ordered by year. The file's own year may stand twice, as PTENGMATX and PTENGMATX12: they are the
 * same result, so two different values are an error, and a value or code in one fills a blank in the other. A value
 * beside a code is an error too: whichever was meant decides whether the school is below the floor.
 */
export function readPublishedResults(
  row: RawRow,
  { columns, notation }: ResultColumns,
  { recognised, errors }: RowContext,
): PublishedResult[] {
  const results: (PublishedResult & { column: string })[] = [];
  for (const { measure, index, name, resultYear } of columns) {
    const cell = readText(row, index);
    const reading = readPublishedValue(cell, notation);
    if ("problem" in reading) {
      errors.add(row.line, recognised.header[index] ?? null, cell, reading.problem);
      continue;
    }
    const at = results.findIndex((result) => result.measure === measure && result.year === resultYear);
    const earlier = results[at];
    if (!earlier) {
      results.push({ measure, year: resultYear, ...reading, column: name });
    } else if (earlier.code === "") {
      results[at] = { measure, year: resultYear, ...reading, column: name };
    } else if (reading.code !== "" && (reading.value ?? "") !== (earlier.value ?? "")) {
      const other = earlier.value ?? earlier.code;
      errors.add(row.line, name, cell, `Must be the same as ${earlier.column}, which has ${other} for ${resultYear}`);
    }
  }
  return results
    .map(({ column: _column, ...result }) => result)
    .sort((a, b) => a.measure.localeCompare(b.measure) || a.year - b.year);
}
