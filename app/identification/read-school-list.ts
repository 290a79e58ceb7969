import { councils } from "~prisma/reference/councils";
import { decodeFile, type Encoding } from "./decode-file";
import { findDateInName } from "./list-date";
import { IgnoredRows, type IgnoredReason, parseInTurns, type Progress, ROWS_PER_TURN } from "./parse-records";
import { type ListContext, type ListRow, readListRow } from "./read-list-row";
import { keepColumns } from "./recognise-columns";
import { type RecognisedList, recogniseSchoolList } from "./recognise-school-list";
import type { Separator } from "./recognise-layout";
import { ErrorList, type RowError } from "./row-error";
import type { ListField } from "./school-list-layouts";

export interface SchoolList {
  layout: { id: string; name: string };
  /** The day that the list is of. */
  listedOn: string;
  /** The list says nothing of its own day: it is of this day, the last on which it says that something happened, or later. */
  listedOnIsEarliest: boolean;
  encoding: Encoding;
  separator: Separator;
  /** The columns that the list has: a blank in one of them says something, a column that is not there does not. */
  fields: ListField[];
  rows: ListRow[];
  /** Rows that are passed over, with the lines they are on. */
  ignored: { reason: IgnoredReason; count: number; lines: number[] }[];
}

export type ListOutcome =
  | { ok: true; list: SchoolList }
  /** `errors` and `errorCount` stop at MAX_ERRORS or soon after. */
  | { ok: false; errors: RowError[]; errorCount: number };

export interface ListRequest {
  bytes: Uint8Array;
  filename: string;
  /** A list is of a day: where a year is expected, as of a results file, the list is refused. */
  year?: number;
  /** The last day that a list can be of, "2026-11-24": one of a day to come would outrank all that is told until then. */
  latestDay?: string;
  /** Codes of the councils that may have schools; the reference list of England's councils unless given. */
  councilCodes?: ReadonlySet<string>;
}

const englishCouncils: ReadonlySet<string> = new Set(councils.map(({ code }) => code));

/**
 * Reads a list of schools (CSV in any known layout and separator, plain or .gz). All or nothing: with a single error the
 * outcome has errors by line and column and no rows. Never throws on any input.
 */
export function readSchoolList({ bytes, ...request }: ListRequest): ListOutcome {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) {
    const errors = new ErrorList();
    const { line, found, message } = decoded.problem;
    errors.add(line, null, found, message);
    return failed(errors);
  }
  const turns = readListText({ ...request, text: decoded.text, encoding: decoded.encoding });
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}

type ListTextRequest = Omit<ListRequest, "bytes"> & { text: string; encoding: Encoding };

/**
 * The same from a list's text, in turns of some milliseconds, so that the process that reads can do something else in
 * between. A turn gives how far it is.
 */
export function* readListText(request: ListTextRequest): Generator<Progress, ListOutcome> {
  const { text, encoding } = request;
  const errors = new ErrorList();
  const recognised = recogniseSchoolList(text);
  if (recognised === null || "message" in recognised) {
    const message = "The first line has no columns of a list of schools that this service knows";
    const { line, column, found, message: reason } = recognised ?? { line: 1, column: null, found: null, message };
    errors.add(line, column, found, reason);
    return failed(errors);
  }
  if (request.year !== undefined) {
    const message = "This is a list of schools, which is of a day and not of a year: leave the year blank";
    errors.add(null, null, String(request.year), message);
    return failed(errors);
  }
  const known = request.councilCodes ?? englishCouncils;
  const { used, narrowed } = keepColumns<ListField, RecognisedList>(recognised);
  const ignored = new IgnoredRows();
  // Blank cells at the end of a row may be left off, as in the results tables.
  const parsing = parseInTurns(text, { ...recognised, layout: { shortRows: "blank" } }, used, errors, ignored);
  let turn = parsing.next();
  for (; !turn.done; turn = parsing.next()) yield { ...turn.value, share: turn.value.share / 2 };
  const context: ListContext = { recognised: narrowed, errors, isKnownCouncil: (code) => known.has(code) };
  const rows: ListRow[] = [];
  for (const [at, record] of turn.value.entries()) {
    if (errors.isFull) break;
    if (at > 0 && at % ROWS_PER_TURN === 0) yield { share: 0.5 + at / turn.value.length / 2, rows: at };
    const read = readListRow(record, context);
    if (typeof read === "string") ignored.add(read, record.line);
    else if (read) rows.push(read);
  }
  refuseDuplicates(rows, context);
  if (rows.length === 0 && errors.count === 0) errors.add(null, null, null, "The list has no schools in it");
  const listed = findListDate(rows, request.filename);
  if (errors.count === 0) refuseDay(listed, request, errors);
  yield { share: 1, rows: rows.length };
  if (errors.count > 0 || listed === null) return failed(errors);
  return { ok: true, list: describeList(recognised, encoding, listed, rows, ignored) };
}

function describeList(
  { layout, separator, fields }: RecognisedList,
  encoding: Encoding,
  listed: { listedOn: string; listedOnIsEarliest: boolean },
  rows: ListRow[],
  ignored: IgnoredRows,
): SchoolList {
  return {
    layout: { id: layout.id, name: layout.name },
    ...listed,
    encoding,
    separator,
    fields: Object.keys(fields) as ListField[],
    rows,
    ignored: ignored.list(),
  };
}

/** The day that the file's name gives; else the last day on which the list says that a school opened or closed. */
function findListDate(
  rows: readonly ListRow[],
  filename: string,
): { listedOn: string; listedOnIsEarliest: boolean } | null {
  const named = findDateInName(filename);
  if (named) return { listedOn: named, listedOnIsEarliest: false };
  let latest: string | null = null;
  for (const { status, open, openedOn, closedOn } of rows) {
    // An open school's closing day, and the opening day of one that is only proposed, may lie ahead.
    for (const day of [status === "closed" ? closedOn : null, open || status === "closed" ? openedOn : null]) {
      if (day !== null && (latest === null || day > latest)) latest = day;
    }
  }
  return latest === null ? null : { listedOn: latest, listedOnIsEarliest: true };
}

function refuseDay(
  listed: { listedOn: string; listedOnIsEarliest: boolean } | null,
  { filename, latestDay }: Pick<ListRequest, "filename" | "latestDay">,
  errors: ErrorList,
): void {
  const how = "Put the day on which it was made into the file's name, like schools-2026-11-24.csv";
  if (listed === null) return errors.add(null, null, filename, `The list does not say of which day it is. ${how}`);
  if (latestDay === undefined || listed.listedOn <= latestDay) return;
  const message = listed.listedOnIsEarliest
    ? `A school of the list opened or closed on a day that is still to come. ${how}`
    : `A list cannot be of a day that is still to come. ${how}`;
  errors.add(null, null, listed.listedOn, message);
}

function refuseDuplicates(rows: readonly ListRow[], { recognised, errors }: ListContext): void {
  const lineOf = new Map<string, number>();
  for (const { urn, line } of rows) {
    const first = lineOf.get(urn);
    if (first === undefined) lineOf.set(urn, line);
    else
      errors.add(
        line,
        recognised.header[recognised.fields.urn ?? -1] ?? null,
        urn,
        `The same school is on line ${first}`,
      );
  }
}

function failed(errors: ErrorList): ListOutcome {
  const inOrder = [...errors.kept].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { ok: false, errors: inOrder, errorCount: errors.count };
}
