import Papa from "papaparse";
import { councils } from "~prisma/reference/councils";
import { decodeFile } from "./decode-file";
import type { Encoding } from "./decode-file";
import { findFileYear } from "./find-file-year";
import type { Phase, MeasureId } from "./measures";
import { planResultColumns, readPublishedResults } from "./read-published-results";
import { readCouncilCode, readRecordKind, readSchool, readText } from "./read-school-row";
import type { PublishedResult, RawRow, RowContext, SchoolRow } from "./read-school-row";
import { countLineBreaks, keepUsedColumns, recogniseLayout } from "./recognise-layout";
import type { Recognised, Separator } from "./recognise-layout";
import { ErrorList } from "./row-error";
import type { RowError } from "./row-error";

export interface TotalRow {
  line: number;
  kind: "council" | "national";
  recordType: string;
  councilCode: string | null;
  results: PublishedResult[];
}

export type IgnoredReason = "councilTotal" | "nationalTotal" | "blankLine" | "noCouncil";

export interface ResultsFile {
  layout: { id: string; name: string; phase: Phase };
  /** The file's own year, and all years that it has results for, ascending. School years by the year they end in. */
  year: number;
  years: number[];
  measures: MeasureId[];
  encoding: Encoding;
  separator: Separator;
  rows: SchoolRow[];
  /** The averages that the Department prints for councils and the country. They are not schools. */
  totals: TotalRow[];
  /** Rows that are not schools, or that can't be placed, with the lines they are on. */
  ignored: { reason: IgnoredReason; count: number; lines: number[] }[];
}

export type ReadOutcome =
  | { ok: true; file: ResultsFile }
  /** `errors` holds the first MAX_KEPT_ERRORS of `errorCount`, which stops at MAX_COUNTED_ERRORS. */
  | { ok: false; errors: RowError[]; errorCount: number };

export interface ReadRequest {
  bytes: Uint8Array;
  filename: string;
  /** The year the caller expects; a file whose columns name another is refused. */
  year?: number;
  /** Codes of the councils that may have schools; the reference list of England's councils unless given. */
  councilCodes?: ReadonlySet<string>;
  /** Called now and then with the share of the file that has been read, from 0 to 1. */
  onProgress?: (progress: { share: number; rows: number }) => void;
}

const englishCouncils: ReadonlySet<string> = new Set(councils.map(({ code }) => code));
const ROWS_PER_PROGRESS = 1000;

/**
 * Reads a published results file (CSV in any known layout and separator, plain or .gz) into schools and their results.
 * All or nothing: with a single error the outcome has errors by line and column and no rows. Never throws on any input.
 */
export function readResultsFile(request: ReadRequest): ReadOutcome {
  const errors = new ErrorList();
  const decoded = decodeFile(request.bytes);
  if (!decoded.ok) {
    const { line, found, message } = decoded.problem;
    errors.add(line, null, found, message);
    return failed(errors);
  }
  const recognised = recogniseLayout(decoded.text);
  if ("message" in recognised) return failedWith(recognised);
  const { layout, measureColumns, headerLine, separator } = recognised;
  const found = findFileYear(layout, measureColumns, request.filename, headerLine, request.year);
  if ("message" in found) return failedWith(found);

  const known = request.councilCodes ?? englishCouncils;
  const { used, narrowed } = keepUsedColumns(recognised);
  const context: RowContext = { recognised: narrowed, errors, isKnownCouncil: (code) => known.has(code) };
  const ignored = new Map<IgnoredReason, number[]>();
  const records = parseRecords(decoded.text, recognised, used, errors, ignored, request.onProgress);
  const { rows, totals } = readRecords(records, found.year, context, ignored);
  refuseDuplicates(rows, context);
  if (rows.length === 0 && errors.count === 0) errors.add(null, null, null, "The file has no schools in it");
  request.onProgress?.({ share: 1, rows: rows.length });
  if (errors.count > 0) return failed(errors);

  const years = new Set(measureColumns.map((column) => column.year ?? found.year));
  return {
    ok: true,
    file: {
      layout: { id: layout.id, name: layout.name, phase: layout.phase },
      year: found.year,
      years: [...years].sort((a, b) => a - b),
      measures: [...new Set(measureColumns.map(({ measure }) => measure))],
      encoding: decoded.encoding,
      separator,
      rows,
      totals,
      ignored: [...ignored].map(([reason, lines]) => ({ reason, count: lines.length, lines })),
    },
  };
}

/** The records below the header, as text, with the lines they begin on. Damaged quotes and long rows become errors. */
function parseRecords(
  text: string,
  { headerRecords, header, separator, layout }: Recognised,
  used: readonly number[],
  errors: ErrorList,
  ignored: Map<IgnoredReason, number[]>,
  onProgress: ReadRequest["onProgress"],
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
      if (cells.every((cell) => cell.trim() === "")) return note(ignored, "blankLine", start, cursor < text.length);
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

function readRecords(
  records: readonly RawRow[],
  year: number,
  context: RowContext,
  ignored: Map<IgnoredReason, number[]>,
): { rows: SchoolRow[]; totals: TotalRow[] } {
  const { errors } = context;
  const { layout, fields } = context.recognised;
  const columns = planResultColumns(records, context, year);
  const rows: SchoolRow[] = [];
  const totals: TotalRow[] = [];
  for (const record of records) {
    if (errors.isFull) break;
    const kind = readRecordKind(record, context);
    if (kind === null) continue;
    if (kind === "council" || kind === "national") {
      note(ignored, kind === "council" ? "councilTotal" : "nationalTotal", record.line);
      const recordType = readText(record, fields.recordType);
      const councilCode = kind === "council" ? readCouncilCode(record, context) : null;
      totals.push({
        line: record.line,
        kind,
        recordType,
        councilCode,
        results: readPublishedResults(record, columns, context),
      });
      continue;
    }
    if (layout.rowsWithoutCouncil === "ignored" && readText(record, fields.council) === "") {
      note(ignored, "noCouncil", record.line);
      continue;
    }
    const school = readSchool(record, kind, context);
    const results = readPublishedResults(record, columns, context);
    if (school) rows.push({ ...school, results });
  }
  return { rows, totals };
}

/**
 * One school, one row. A URN is a school; a council and establishment number may stand twice only where one of the two
 * has closed, because an academy often takes over the number of the school that it replaces.
 */
function refuseDuplicates(rows: readonly SchoolRow[], { recognised, errors }: RowContext): void {
  const { fields, header } = recognised;
  const [byUrn, byNumber] = [new Map<string, SchoolRow>(), new Map<string, SchoolRow>()];
  for (const row of rows) {
    const sameUrn = row.urn === null ? undefined : byUrn.get(row.urn);
    const sameNumber = row.laestab === null ? undefined : byNumber.get(row.laestab);
    const isSuccessor = sameNumber && row.urn !== sameNumber.urn && !(row.open && sameNumber.open);
    if (sameUrn) {
      errors.add(row.line, header[fields.urn ?? -1] ?? null, row.urn, `The same school is on line ${sameUrn.line}`);
    } else if (sameNumber && !isSuccessor) {
      const column = header[fields.establishment ?? -1] ?? null;
      errors.add(row.line, column, row.laestab, `The same school is on line ${sameNumber.line}`);
    }
    if (row.urn !== null && !sameUrn) byUrn.set(row.urn, row);
    if (row.laestab !== null && (!sameNumber || row.open)) byNumber.set(row.laestab, row);
  }
}

function note(ignored: Map<IgnoredReason, number[]>, reason: IgnoredReason, line: number, counts = true): void {
  if (!counts) return;
  const lines = ignored.get(reason) ?? [];
  if (lines.length === 0) ignored.set(reason, lines);
  lines.push(line);
}

function failedWith({ line, column, found, message }: RowError): ReadOutcome {
  const errors = new ErrorList();
  errors.add(line, column, found, message);
  return failed(errors);
}

function failed(errors: ErrorList): ReadOutcome {
  const inOrder = [...errors.kept].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { ok: false, errors: inOrder, errorCount: errors.count };
}
