import { schoolNumber } from "~/schools/school-number";
import { formatDate } from "~/ui/format-date";
import { formatCount } from "~/ui/format-number";

const names: Readonly<Record<string, string>> = {
  urn: "URN",
  laestab: "Number",
  name: "Name",
  council_code: "Council",
  phase: "Phase",
  type: "Type",
  mainstream: "Held against a floor",
  open: "Open",
  status: "Status",
  opened_on: "Opened",
  closed_on: "Closes or closed",
  town: "Town",
  postcode: "Postcode",
  easting: "Easting",
  northing: "Northing",
  federation: "Federation",
  successor_urn: "URN that it became",
};

const statusNames: Readonly<Record<string, string>> = {
  open: "open",
  closed: "closed",
  proposedToClose: "open, proposed to close",
  proposedToOpen: "proposed to open",
};

function inWords(detail: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "not known";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return formatCount(value);
  const text = String(value);
  if (detail === "laestab") return schoolNumber(text);
  if (detail === "status") return statusNames[text] ?? text;
  return detail.endsWith("_on") ? formatDate(text) : text;
}

export type DetailChange = { detail: string; before: string; after: string };

/** A changed detail of a school, by its column, as pages and CSV write it. */
export const describeDetail = (column: string, before: unknown, after: unknown): DetailChange => ({
  detail: names[column] ?? column,
  before: inWords(column, before),
  after: inWords(column, after),
});

/** Each detail of a school that a list changes. Where details come from is not told. */
export const describeDetails = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): DetailChange[] =>
  Object.keys(names).flatMap((column) =>
    column in after ? [describeDetail(column, before[column], after[column])] : [],
  );
