import Papa from "papaparse";
import { countLineBreaks } from "./recognise-layout";
import type { Recognised } from "./recognise-layout";
import type { RawRow } from "./read-school-row";
import type { ErrorList } from "./row-error";

export type IgnoredReason = "councilTotal" | "nationalTotal" | "blankLine" | "noCouncil";

export type OnProgress = (progress: { share: number; rows: number }) => void;

const ROWS_PER_PROGRESS = 1000;

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

/** The records below the header, as text, with the lines they begin on. Damaged quotes and long rows become errors. */
export function parseRecords(
  text: string,
  { headerRecords, header, separator, layout }: Recognised,
  used: readonly number[],
  errors: ErrorList,
  ignored: IgnoredRows,
  onProgress?: OnProgress,
): RawRow[] {
  const rows: RawRow[] = [];
  let [record, line, cursor] = [0, 1, 0];
  Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: "\n",
    // The fast mode would split the whole text into lines at once, and hold them all.
    fastMode: false,
    step({ data: cells, errors: [quoteError], meta }, parser) {
      if (errors.isFull) return parser.abort();
      const [start, begin] = [line, cursor];
      line += 1 + countLineBreaks(cells);
      cursor = meta.cursor;
      record += 1;
      if (quoteError)
        return refuseQuote(text.slice(begin, quoteError.index ?? begin), start, separator, header, errors);
      if (record <= headerRecords) return;
      if (cells.every((cell) => cell.trim() === "")) {
        // What follows the last line break is not a line.
        if (cursor < text.length) ignored.add("blankLine", start);
        return;
      }
      if (cells.length > header.length) {
        const message = `Must end at the last column of the header, the ${header.length}th: check for a separator inside a name`;
        return errors.add(start, header.at(-1) ?? null, cells.slice(header.length).join(separator), message);
      }
      if (cells.length < header.length && layout.shortRows === "refused") {
        const message = `The row ends after ${cells.length} of ${header.length} columns`;
        return errors.add(start, header[cells.length] ?? null, cells.at(-1) ?? "", message);
      }
      rows.push({ line: start, cells: used.map((index) => cells[index] ?? "") });
      if (rows.length % ROWS_PER_PROGRESS === 0) onProgress?.({ share: cursor / text.length, rows: rows.length });
    },
  });
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
