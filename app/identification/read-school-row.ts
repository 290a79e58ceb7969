import { findProvision } from "./school-types";
import type { Provision } from "./school-types";
import type { Field, RecordKind } from "./layouts";
import type { MeasureId } from "./measures";
import type { Recognised } from "./recognise-layout";
import type { ErrorList } from "./row-error";

/** One school × measure × year: an exact percentage ("72", "46.3"), or the code published instead ("" for a blank). */
export type PublishedResult = { measure: MeasureId; year: number } & (
  { value: string; code: null } | { value: null; code: string }
);

export interface SchoolRow {
  /** Physical line in the file, counted from 1. */
  line: number;
  urn: string | null;
  /** Council code and establishment number, seven digits. */
  laestab: string | null;
  councilCode: string;
  name: string;
  schoolType: string;
  provision: Provision;
  /** State-funded and neither special nor independent: only these are held against a floor. */
  mainstream: boolean;
  /** False only where the file says that the school is closed. */
  open: boolean;
  town: string | null;
  postcode: string | null;
  eligiblePupils: number | null;
  /** The URN of the academy that the file says this school became. */
  convertedToUrn: string | null;
  results: PublishedResult[];
}

export interface RawRow {
  line: number;
  cells: readonly string[];
}

/** Cells that may not hold control characters, NUL among them: a database can't store it and no school has one. */
const unreadable = /[\p{Cc}\ufffd]/u;
const MAX_TEXT = 300;

export interface RowContext {
  recognised: Recognised;
  isKnownCouncil: (code: string) => boolean;
  errors: ErrorList;
}

/** A trimmed cell; inner line breaks and runs of spaces become one space. Cells left off a short row are blank. */
export function readText(row: RawRow, index: number | undefined): string {
  const cell = index === undefined ? "" : (row.cells[index] ?? "");
  const text = cell.trim();
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text;
}

/** What the row is about. Null, with an error, where its record type is not one of the layout's. */
export function readRecordKind(row: RawRow, { recognised, errors }: RowContext): RecordKind | null {
  const { fields, layout, header } = recognised;
  if (fields.recordType === undefined) return "mainstream";
  const text = readText(row, fields.recordType);
  const kind = Object.hasOwn(layout.recordTypes, text) ? layout.recordTypes[text] : undefined;
  if (kind) return kind;
  const known = Object.keys(layout.recordTypes).join(", ");
  errors.add(row.line, header[fields.recordType] ?? null, text, `Must be a record type: ${known}`);
  return null;
}

/** A council code as three digits: spreadsheets drop the zeros that a code begins with. Null where it is not one. */
export function readCouncilCode(row: RawRow, { recognised }: RowContext): string | null {
  const text = readText(row, recognised.fields.council);
  return /^\d{1,3}$/.test(text) ? text.padStart(3, "0") : null;
}

/** A school's row without its results. Null, with at least one error added, where the row can't be used. */
export function readSchool(row: RawRow, kind: RecordKind, context: RowContext): Omit<SchoolRow, "results"> | null {
  const { recognised, isKnownCouncil, errors } = context;
  const { fields, header, layout } = recognised;
  const before = errors.count;
  const text = (field: Field) => readText(row, fields[field]);
  const refuse = (field: Field, message: string) => {
    const index = fields[field];
    errors.add(row.line, index === undefined ? null : (header[index] ?? null), text(field), message);
  };

  const councilCode = readCouncilCode(row, context);
  if (councilCode === null) refuse("council", "Must be the three-digit code of a council");
  else if (!isKnownCouncil(councilCode)) refuse("council", "Must be the code of a council in England");

  const establishment = text("establishment");
  if (establishment !== "" && !/^\d{1,4}$/.test(establishment)) {
    refuse("establishment", "Must be an establishment number of 4 digits");
  }
  const urn = text("urn");
  if (urn !== "" && !/^\d{5,7}$/.test(urn)) refuse("urn", "Must be a school's unique reference number of 6 digits");
  if (establishment === "" && urn === "") {
    refuse(fields.urn === undefined ? "establishment" : "urn", "Must not be blank: it tells one school from another");
  }
  const name = text("name");
  if (name === "") refuse("name", "Must be the name of the school");
  if (name.length > MAX_TEXT) refuse("name", `Must be ${MAX_TEXT} characters or fewer`);

  const schoolType = text("schoolType");
  const provision = kind === "special" ? "special" : findProvision(schoolType);
  if (provision === undefined) refuse("schoolType", "Must be a type of school that this service knows");

  const closed = text("closed").toUpperCase();
  const isClosed = Object.hasOwn(layout.closedFlags, closed) ? layout.closedFlags[closed] : undefined;
  if (isClosed === undefined) refuse("closed", "Must be 1 for closed, 0 for open or blank");

  for (const field of ["name", "town", "postcode", "schoolType"] as const) {
    if (unreadable.test(text(field))) refuse(field, "Has a character that can't be read");
  }
  if (errors.count > before || councilCode === null || provision === undefined || isClosed === undefined) return null;

  const pupils = text("eligiblePupils");
  const converted = text("convertedToUrn");
  return {
    line: row.line,
    urn: urn || null,
    laestab: establishment === "" ? null : councilCode + establishment.padStart(4, "0"),
    councilCode,
    name,
    schoolType,
    provision,
    mainstream: provision === "mainstream",
    open: !isClosed,
    town: text("town") || null,
    postcode: text("postcode") || null,
    eligiblePupils: /^\d{1,6}$/.test(pupils) ? Number(pupils) : null,
    convertedToUrn: /^\d{5,7}$/.test(converted) ? converted : null,
  };
}
