import { formatDate } from "~/ui/format-date";
import { formatCount } from "~/ui/format-number";

const columnNames: Readonly<Record<string, string>> = {
  urn: "URN",
  laestab: "Number",
  name: "Name",
  council_code: "Council",
  phase: "Phase",
  type: "Type",
  mainstream: "State-funded mainstream",
  open: "Open",
  status: "Status",
  opened_on: "Opened",
  closed_on: "Closes or closed",
  town: "Town",
  postcode: "Postcode",
  easting: "Easting",
  northing: "Northing",
  federation: "Federation",
};

const statusNames: Readonly<Record<string, string>> = {
  open: "open",
  closed: "closed",
  proposedToClose: "open, proposed to close",
  proposedToOpen: "proposed to open",
};

function valueInWords(column: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "not known";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return formatCount(value);
  const text = String(value);
  if (column === "laestab") return `${text.slice(0, 3)}/${text.slice(3)}`;
  if (column === "status") return statusNames[text] ?? text;
  return column.endsWith("_on") ? formatDate(text) : text;
}

export type DetailChange = { detail: string; before: string; after: string };

/** Each detail of a school that changes, in words. Where details come from is not told. */
export const describeSchoolChange = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): DetailChange[] =>
  Object.entries(columnNames).flatMap(([column, detail]) =>
    column in after
      ? [{ detail, before: valueInWords(column, before[column]), after: valueInWords(column, after[column]) }]
      : [],
  );
