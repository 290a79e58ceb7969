import { isOpenStatus, type SchoolStatus } from "~/schools/school-standing";
import { dateExamples, parseListDate } from "./list-date";
import { readText, type RawRow } from "./read-school-row";
import type { RecognisedList } from "./recognise-school-list";
import type { ErrorList } from "./row-error";
import type { ListField } from "./school-list-layouts";
import { findProvision } from "./school-types";

/** A school as one row of a list has it. Null stands for a blank cell and for a column that the list does not have. */
export interface ListRow {
  /** Physical line in the file, counted from 1. */
  line: number;
  urn: string;
  /** Council code and establishment number, seven digits. */
  laestab: string;
  councilCode: string;
  name: string;
  type: string;
  mainstream: boolean;
  status: SchoolStatus;
  open: boolean;
  phase: string | null;
  town: string | null;
  postcode: string | null;
  /** Metres on the National Grid. */
  easting: number | null;
  northing: number | null;
  federation: string | null;
  /** Dates as "2016-11-01". */
  openedOn: string | null;
  closedOn: string | null;
  /** Schools that the row links with this one: which came first is for their dates to say. */
  linkedUrns: string[];
  predecessorUrns: string[];
  successorUrns: string[];
}

/** Why a row that is no school held against a floor was passed over. */
export type PassedOver = "notInEngland" | "noNumber";

export interface ListContext {
  recognised: RecognisedList;
  isKnownCouncil: (code: string) => boolean;
  errors: ErrorList;
}

const unreadable = /[\p{Cc}\ufffd]/u;
const urnPattern = /^\d{5,7}$/;
const MAX_TEXT = 300;
const noFederation = ["not applicable", "not under a federation", "none"];

const phases: Readonly<Record<string, string>> = {
  primary: "primary",
  "middle deemed primary": "primary",
  secondary: "secondary",
  "middle deemed secondary": "secondary",
  "all through": "all-through",
  "all-through": "all-through",
};

/**
 * One row of a list. A row that can't be used gives null and at least one error. A place that is never held against a
 * floor may be abroad, in Wales or without a number: it is passed over by name, a school is refused for it.
 */
export function readListRow(
  row: RawRow,
  { recognised, isKnownCouncil, errors }: ListContext,
): ListRow | PassedOver | null {
  const { fields, header, layout } = recognised;
  const before = errors.count;
  const text = (field: ListField) => readText(row, fields[field]);
  const refuse = (field: ListField, message: string) =>
    errors.add(row.line, header[fields[field] ?? -1] ?? null, text(field), message);

  const provision = findProvision(text("type"));
  if (provision === undefined) refuse("type", "Must be a type of school that this service knows");
  const number = /^\d{1,3}$/.test(text("council")) ? text("council").padStart(3, "0") : null;
  const councilCode = number !== null && isKnownCouncil(number) ? number : null;
  const establishment = text("establishment");
  if (provision !== undefined && provision !== "mainstream") {
    if (councilCode === null && (number !== null || text("council") === "")) return "notInEngland";
    if (establishment === "") return "noNumber";
  }
  if (councilCode === null) refuse("council", "Must be the code of a council in England");
  if (!/^\d{1,4}$/.test(establishment)) refuse("establishment", "Must be an establishment number of 4 digits");
  if (!urnPattern.test(text("urn"))) refuse("urn", "Must be a school's unique reference number of 6 digits");
  if (text("name") === "") refuse("name", "Must be the name of the school");
  for (const field of ["name", "town", "postcode", "federation"] as const) {
    if (text(field).length > MAX_TEXT) refuse(field, `Must be ${MAX_TEXT} characters or fewer`);
    if (unreadable.test(text(field))) refuse(field, "Has a character that can't be read");
  }
  const wanted = text("status").toLowerCase();
  const status = Object.hasOwn(layout.statuses, wanted) ? layout.statuses[wanted] : undefined;
  if (status === undefined) refuse("status", `Must be one of ${Object.keys(layout.statuses).join(", ")}`);

  const date = (field: "openedOn" | "closedOn") => {
    const found = parseListDate(text(field), layout.dates);
    if (found === undefined) refuse(field, `Must be a date like ${dateExamples[layout.dates]}, or blank`);
    return found ?? null;
  };
  const urns = (field: "linkedUrn" | "predecessorUrn" | "successorUrn") => {
    const found = text(field)
      .split(/[,;|/ ]+/)
      .filter((urn) => urn !== "" && urn !== "0");
    if (!found.every((urn) => urnPattern.test(urn)))
      refuse(field, "Must be a school's unique reference number, or blank");
    return found.filter((urn) => urn !== text("urn"));
  };
  const [openedOn, closedOn] = [date("openedOn"), date("closedOn")];
  if (openedOn && closedOn && closedOn < openedOn)
    refuse("closedOn", "Must not be before the day on which the school opened");
  const links = {
    linkedUrns: urns("linkedUrn"),
    predecessorUrns: urns("predecessorUrn"),
    successorUrns: urns("successorUrn"),
  };
  const place = readPlace(text, refuse);
  if (errors.count > before || councilCode === null || status === undefined || place === null) return null;

  const federation = text("federation");
  return {
    line: row.line,
    urn: text("urn"),
    laestab: councilCode + establishment.padStart(4, "0"),
    councilCode,
    name: text("name"),
    type: text("type"),
    mainstream: provision === "mainstream",
    status,
    open: isOpenStatus(status),
    phase: readPhase(text, fields),
    town: text("town") || null,
    postcode: text("postcode") || null,
    ...place,
    federation: noFederation.includes(federation.toLowerCase()) ? null : federation || null,
    openedOn,
    closedOn,
    ...links,
  };
}

/** Both coordinates or none: with one alone nothing can be measured. Lists write 0 and 0 for "not known". */
function readPlace(
  text: (field: ListField) => string,
  refuse: (field: ListField, message: string) => void,
): { easting: number | null; northing: number | null } | null {
  const [easting, northing] = [text("easting"), text("northing")];
  if (Number(easting) === 0 && Number(northing) === 0) return { easting: null, northing: null };
  const message = "Must be metres on the National Grid, with both easting and northing, or blank";
  // The National Grid ends 700 km east and 1,300 km north of its corner.
  if (!/^\d{1,6}$/.test(easting) || Number(easting) >= 700_000) refuse("easting", message);
  else if (!/^\d{1,7}$/.test(northing) || Number(northing) >= 1_300_000) refuse("northing", message);
  else return { easting: Number(easting), northing: Number(northing) };
  return null;
}

function readPhase(text: (field: ListField) => string, fields: RecognisedList["fields"]): string | null {
  if (fields.phase !== undefined) return phases[text("phase").toLowerCase()] ?? "other";
  if (fields.isPrimary === undefined || fields.isSecondary === undefined) return null;
  const [primary, secondary] = [text("isPrimary") === "1", text("isSecondary") === "1"];
  if (primary && secondary) return "all-through";
  return primary ? "primary" : secondary ? "secondary" : "other";
}
