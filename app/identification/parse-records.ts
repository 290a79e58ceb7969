import Papa from "papaparse";
import type { Layout } from "./layouts";
import { RecordScanner } from "./record-scanner";
import type { Recognised } from "./recognise-layout";
import type { RawRow } from "./read-school-row";
import type { ErrorList } from "./row-error";

export type IgnoredReason = "councilTotal" | "nationalTotal" | "blankLine" | "noCouncil" | "notInEngland" | "noNumber";

/** What reading the records of a file needs to know of it. */
type RecordsOf = Pick<Recognised, "headerRecords" | "header" | "separator"> & { layout: Pick<Layout, "shortRows"> };

/** The share of the file that has been read, from 0 to 1, and the rows in it. */
export type Progress = { share: number; rows: number };
export type OnProgress = (progress: Progress) => void;

/** Some five milliseconds' work. */
export const ROWS_PER_TURN = 1000;

/** Rows that are passed over, by reason, with the lines they are on. */
export class IgnoredRows {
  readonly #lines = new Map<IgnoredReason, number[]>();

  add(reason: IgnoredReason, line: number): void {
    const lines = this.#lines.get(reason);
    if (lines) lines.push(line);
    else this.#lines.set(reason, [line]);
  }

  list(): { reason: IgnoredReason; count: number; lines: number[] }[] {
    return [...this.#lines].map(([reason, lines]) => ({ reason, count: lines.length, lines }));
  }
}

/**
 * The records below the header, as text, with the lines they begin on, in turns of some milliseconds, so that whoever
 * reads can do something else in between. Damaged quotes and long rows become errors.
 */
export function* parseInTurns(
  text: string,
  { headerRecords, header, separator, layout }: RecordsOf,
  used: readonly number[],
  errors: ErrorList,
  ignored: IgnoredRows,
): Generator<Progress, RawRow[]> {
  const rows: RawRow[] = [];
  const scanner = new RecordScanner(text, separator, header.length);
  const cellsOf = () =>
    Papa.parse<string[]>(text.slice(scanner.start, scanner.end), { delimiter: separator, newline: "\n" });
  let record = 0;
  while (!errors.isFull && scanner.next()) {
    record += 1;
    const { line, start, end, count, wrongQuote } = scanner;
    if (wrongQuote !== -1) refuseQuote(text.slice(start, wrongQuote), line, separator, header, errors);
    if (wrongQuote !== -1 || record <= headerRecords) continue;
    const cells = new Array<string>(used.length);
    let isBlank = true;
    for (let at = 0; at < used.length; at += 1) {
      const cell = scanner.cell(used[at] ?? -1);
      cells[at] = cell;
      if (isBlank && cell.trim() !== "") isBlank = false;
    }
    if (isBlank && (cellsOf().data[0] ?? []).every((cell) => cell.trim() === "")) {
      // What follows the last line break is not a line.
      if (end < text.length - 1) ignored.add("blankLine", line);
    } else if (count > header.length) {
      const message = `Must end at the last column of the header, the ${header.length}th: check for a separator inside a name`;
      const tail = (cellsOf().data[0] ?? []).slice(header.length).join(separator);
      errors.add(line, header.at(-1) ?? null, tail, message);
    } else if (count < header.length && layout.shortRows === "refused") {
      const message = `The row ends after ${count} of ${header.length} columns`;
      errors.add(line, header[count] ?? null, scanner.cell(count - 1), message);
    } else {
      rows.push({ line, cells });
      if (rows.length % ROWS_PER_TURN === 0) yield { share: end / text.length, rows: rows.length };
    }
  }
  return rows;
}

/** `before` is the record's text up to and including the quotation mark that is wrong. */
function refuseQuote(
  before: string,
  line: number,
  separator: string,
  header: readonly string[],
  errors: ErrorList,
): void {
  const { data } = Papa.parse<string[]>(before.slice(0, -1), { delimiter: separator, newline: "\n" });
  const column = Math.max(0, (data.at(-1)?.length ?? 1) - 1);
  const message = "A quotation mark that opens here is not closed before the end of the cell";
  errors.add(line + before.split("\n").length - 1, header[column] ?? null, before.slice(-30), message);
}
