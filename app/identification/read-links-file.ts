import type { Encoding } from "./decode-file";
import { findCircles } from "./find-circles";
import { linkKinds, type LinkField, type RecognisedLinks, recogniseLinks } from "./links-layout";
import { dateExamples, parseListDate } from "./list-date";
import { IgnoredRows, type IgnoredReason, parseInTurns, type Progress, ROWS_PER_TURN } from "./parse-records";
import type { RawRow } from "./read-school-row";
import { readText } from "./read-school-row";
import { keepColumns } from "./recognise-columns";
import type { Separator } from "./recognise-layout";
import { ErrorList, type RowError } from "./row-error";

/** A row of a file of links. The earlier and the later school are null where its kind tells of no history. */
export interface LinkRow {
  line: number;
  urn: string;
  linkUrn: string;
  linkName: string;
  linkType: string;
  establishedOn: string | null;
  fromUrn: string | null;
  toUrn: string | null;
  plain: boolean;
}

export interface LinksFile {
  encoding: Encoding;
  separator: Separator;
  rows: LinkRow[];
  ignored: { reason: IgnoredReason; count: number }[];
}

export type LinksOutcome = { ok: true; file: LinksFile } | { ok: false; errors: RowError[]; errorCount: number };

type LinksRequest = { text: string; encoding: Encoding; year?: number };
type RowContext = { recognised: RecognisedLinks; errors: ErrorList };

const unreadable = /[\p{Cc}\ufffd]/u;
const urnPattern = /^\d{5,7}$/;
const MAX_TEXT = 300;

/**
 * Reads a file of links between schools, in turns of some milliseconds. All or nothing: with a single error the outcome
 * has errors by line and column and no rows. Never throws on any input.
 */
export function* readLinksText({ text, encoding, year }: LinksRequest): Generator<Progress, LinksOutcome> {
  const errors = new ErrorList();
  const recognised = recogniseLinks(text);
  if (recognised === null || "message" in recognised) {
    const message = "The first line has no columns of a file of links that this service knows";
    const { line, column, found, message: reason } = recognised ?? { line: 1, column: null, found: null, message };
    errors.add(line, column, found, reason);
    return failed(errors);
  }
  if (year !== undefined) {
    const message = "This is a file of links between schools, which is not of a year: leave the year blank";
    errors.add(null, null, String(year), message);
    return failed(errors);
  }
  const { used, narrowed } = keepColumns<LinkField, RecognisedLinks>(recognised);
  const ignored = new IgnoredRows();
  // A blank date at the end of a row may be left off.
  const parsing = parseInTurns(text, { ...recognised, layout: { shortRows: "blank" } }, used, errors, ignored);
  let turn = parsing.next();
  for (; !turn.done; turn = parsing.next()) yield { ...turn.value, share: turn.value.share / 2 };
  const rows: LinkRow[] = [];
  for (const [at, record] of turn.value.entries()) {
    if (errors.isFull) break;
    if (at > 0 && at % ROWS_PER_TURN === 0) yield { share: 0.5 + at / turn.value.length / 2, rows: at };
    const read = readLinkRow(record, { recognised: narrowed, errors });
    if (read) rows.push(read);
  }
  if (errors.count === 0) refuseCircles(rows, { recognised: narrowed, errors });
  if (turn.value.length === 0 && errors.count === 0) errors.add(null, null, null, "The file has no links in it");
  yield { share: 1, rows: rows.length };
  if (errors.count > 0) return failed(errors);
  const passed = ignored.list().map(({ reason, count }) => ({ reason, count }));
  return { ok: true, file: { encoding, separator: recognised.separator, rows, ignored: passed } };
}

function readLinkRow(row: RawRow, { recognised, errors }: RowContext): LinkRow | null {
  const { fields, header } = recognised;
  const before = errors.count;
  const text = (field: LinkField) => readText(row, fields[field]);
  const refuse = (field: LinkField, message: string) =>
    errors.add(row.line, header[fields[field] ?? -1] ?? null, text(field), message);

  for (const field of ["urn", "linkUrn", "linkName", "linkType"] as const) {
    if (text(field).length > MAX_TEXT) refuse(field, `Must be ${MAX_TEXT} characters or fewer`);
    else if (unreadable.test(text(field))) refuse(field, "Has a character that can't be read");
  }
  const [urn, linkUrn, linkType] = [text("urn"), text("linkUrn"), text("linkType")];
  if (linkType === "") refuse("linkType", "Must be a kind of link, such as Predecessor or Successor");
  const wanted = linkType.toLowerCase();
  const kind = Object.hasOwn(linkKinds, wanted) ? linkKinds[wanted] : undefined;
  const unused = { line: row.line, urn, linkUrn, linkName: text("linkName"), linkType };
  if (!kind)
    return errors.count > before ? null : { ...unused, establishedOn: null, fromUrn: null, toUrn: null, plain: false };

  for (const field of ["urn", "linkUrn"] as const)
    if (!urnPattern.test(text(field))) refuse(field, "Must be a school's unique reference number of 6 digits");
  if (urn === linkUrn && urnPattern.test(urn)) refuse("linkUrn", "Must not be the school itself");
  const establishedOn = parseListDate(text("establishedOn"), "dd-mm-yyyy");
  if (establishedOn === undefined)
    refuse("establishedOn", `Must be a date like ${dateExamples["dd-mm-yyyy"]}, or blank`);
  if (errors.count > before) return null;
  const [fromUrn, toUrn] = kind.linkIs === "earlier" ? [linkUrn, urn] : [urn, linkUrn];
  return { ...unused, establishedOn: establishedOn ?? null, fromUrn, toUrn, plain: kind.plain };
}

/** Where each of some schools comes before itself, nothing says which link is wrong: all of them are named. */
function refuseCircles(rows: readonly LinkRow[], { recognised, errors }: RowContext): void {
  const links = rows.flatMap(({ fromUrn, toUrn, ...row }) =>
    fromUrn !== null && toUrn !== null ? [{ ...row, from: fromUrn, to: toUrn }] : [],
  );
  const isInCircle = findCircles(links);
  for (const { line, linkUrn, from, to } of links)
    if (isInCircle({ from, to })) {
      const message = "Leads round in a circle with other links of the file: a school would come before itself";
      errors.add(line, recognised.header[recognised.fields.linkUrn ?? -1] ?? null, linkUrn, message);
    }
}

function failed(errors: ErrorList): LinksOutcome {
  const inOrder = [...errors.kept].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { ok: false, errors: inOrder, errorCount: errors.count };
}
