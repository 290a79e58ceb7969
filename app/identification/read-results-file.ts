import { councils } from "~prisma/reference/councils";
import { decodeFile } from "./decode-file";
import type { Encoding } from "./decode-file";
import { findFileYear } from "./find-file-year";
import type { MeasureId, Phase } from "./measures";
import { IgnoredRows, parseInTurns, ROWS_PER_TURN } from "./parse-records";
import type { IgnoredReason, OnProgress, Progress } from "./parse-records";
import { planResultColumns, readPublishedResults } from "./read-published-results";
import { readCouncilCode, readRecordKind, readSchool, readText } from "./read-school-row";
import type { PublishedResult, RawRow, RowContext, SchoolRow } from "./read-school-row";
import { keepUsedColumns, recogniseLayout } from "./recognise-layout";
import type { Separator } from "./recognise-layout";
import { ErrorList } from "./row-error";
import type { RowError } from "./row-error";

export interface TotalRow {
  line: number;
  kind: "council" | "national";
  recordType: string;
  councilCode: string | null;
  results: PublishedResult[];
}

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
  /** `errors` and `errorCount` stop at MAX_ERRORS or soon after. */
  | { ok: false; errors: RowError[]; errorCount: number };

export interface ReadRequest {
  bytes: Uint8Array;
  filename: string;
  /** The year the caller expects; a file whose columns name another is refused. */
  year?: number;
  /** Codes of the councils that may have schools; the reference list of England's councils unless given. */
  councilCodes?: ReadonlySet<string>;
  /** Called now and then with the share of the file that has been read, from 0 to 1. */
  onProgress?: OnProgress;
}

const englishCouncils: ReadonlySet<string> = new Set(councils.map(({ code }) => code));

/**
 * Reads a published results file (CSV in any known layout and separator, plain or .gz) into schools and their results.
 * All or nothing: with a single error the outcome has errors by line and column and no rows. Never throws on any input.
 */
export function readResultsFile({ bytes, ...request }: ReadRequest): ReadOutcome {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return failedWith({ column: null, ...decoded.problem });
  const turns = readResultsText({ ...request, text: decoded.text, encoding: decoded.encoding });
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
    if (turn.value) request.onProgress?.(turn.value);
  }
}

export type TextRequest = Omit<ReadRequest, "bytes" | "onProgress"> & { text: string; encoding: Encoding };

/**
 * The same from a file's text, in turns of some milliseconds, so that the process that reads can do something else in
 * between. A turn gives how far it is, once that is known.
 */
export function* readResultsText({
  text,
  encoding,
  filename,
  year,
  councilCodes,
}: TextRequest): Generator<Progress | undefined, ReadOutcome> {
  const errors = new ErrorList();
  const recognised = recogniseLayout(text);
  if ("message" in recognised) return failedWith(recognised);
  const { layout, measureColumns, headerLine, separator } = recognised;
  const found = findFileYear(layout, measureColumns, filename, headerLine, year);
  if ("message" in found) return failedWith(found);

  const known = councilCodes ?? englishCouncils;
  const { used, narrowed } = keepUsedColumns(recognised);
  const context: RowContext = { recognised: narrowed, errors, isKnownCouncil: (code) => known.has(code) };
  const ignored = new IgnoredRows();
  const parsing = parseInTurns(text, recognised, used, errors, ignored);
  let turn = parsing.next();
  for (; !turn.done; turn = parsing.next()) yield undefined;
  const { rows, totals } = yield* readRecords(turn.value, found.year, context, ignored);
  refuseDuplicates(rows, context);
  if (rows.length === 0 && errors.count === 0) errors.add(null, null, null, "The file has no schools in it");
  yield { share: 1, rows: rows.length };
  if (errors.count > 0) return failed(errors);

  const years = new Set(measureColumns.map((column) => column.year ?? found.year));
  return {
    ok: true,
    file: {
      layout: { id: layout.id, name: layout.name, phase: layout.phase },
      year: found.year,
      years: [...years].sort((a, b) => a - b),
      measures: [...new Set(measureColumns.map(({ measure }) => measure))],
      encoding,
      separator,
      rows,
      totals,
      ignored: ignored.list(),
    },
  };
}

function* readRecords(
  records: readonly RawRow[],
  year: number,
  context: RowContext,
  ignored: IgnoredRows,
): Generator<Progress, { rows: SchoolRow[]; totals: TotalRow[] }> {
  const { errors } = context;
  const { layout, fields } = context.recognised;
  const columns = planResultColumns(records, context, year);
  const rows: SchoolRow[] = [];
  const totals: TotalRow[] = [];
  for (let at = 0; at < records.length && !errors.isFull; at += 1) {
    const record = records[at];
    if (!record) break;
    if (at > 0 && at % ROWS_PER_TURN === 0) yield { share: at / records.length, rows: at };
    const kind = readRecordKind(record, context);
    if (kind === null) continue;
    if (kind === "council" || kind === "national") {
      ignored.add(kind === "council" ? "councilTotal" : "nationalTotal", record.line);
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
      ignored.add("noCouncil", record.line);
      continue;
    }
    const school = readSchool(record, kind, context);
    const results = readPublishedResults(record, columns, context);
    if (school) rows.push(Object.assign(school, { results }));
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

function failedWith({ line, column, found, message }: RowError): ReadOutcome {
  const errors = new ErrorList();
  errors.add(line, column, found, message);
  return failed(errors);
}

function failed(errors: ErrorList): ReadOutcome {
  const inOrder = [...errors.kept].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { ok: false, errors: inOrder, errorCount: errors.count };
}
