/** A fictional school's row in the layout of the list of schools of 2016, by column. Blank cells hold a space, as there. */
export type FictionalListRow = Record<
  | "URN"
  | "LA"
  | "ESTAB"
  | "LAESTAB"
  | "SCHNAME"
  | "TOWN"
  | "POSTCODE"
  | "ICLOSE"
  | "OPENDATE"
  | "CLOSEDATE"
  | "MINORGROUP"
  | "NFTYPE"
  | "ISPRIMARY"
  | "ISSECONDARY"
  | "OTHERURN",
  string
>;

/** School `number` of council 001, a community school that is open. */
export function listRow(number: number, changes: Partial<FictionalListRow> = {}): FictionalListRow {
  const row = {
    URN: String(900_000 + number),
    LA: "001",
    ESTAB: String(2000 + number),
    LAESTAB: "",
    SCHNAME: `Fictional Primary School ${number}`,
    TOWN: "Newtown",
    POSTCODE: "ZZ1 1ZZ",
    ICLOSE: "1",
    OPENDATE: " ",
    CLOSEDATE: " ",
    MINORGROUP: "Maintained School",
    NFTYPE: "Community School",
    ISPRIMARY: "1",
    ISSECONDARY: "0",
    OTHERURN: " ",
    ...changes,
  };
  return { ...row, LAESTAB: changes.LAESTAB ?? row.LA + row.ESTAB };
}

const quoted = (cell: string, separator: string) =>
  /[\n\r"]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows of any columns as a CSV with its header on line 1, so that the first row is on line 2. */
export function csvOf(
  rows: readonly Readonly<Record<string, string>>[],
  {
    separator = ",",
    lineBreak = "\n",
    header = [...new Set(rows.flatMap((row) => Object.keys(row)))] as readonly string[],
  } = {},
): string {
  const lines = [header, ...rows.map((row) => header.map((column) => row[column] ?? ""))];
  return lines.map((cells) => cells.map((cell) => quoted(cell, separator)).join(separator) + lineBreak).join("");
}

/** The same school in the columns of Get Information About Schools. */
export function giasRow(number: number, changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    URN: String(900_000 + number),
    "LA (code)": "001",
    "LA (name)": "Ashmere",
    EstablishmentNumber: String(2000 + number),
    EstablishmentName: `Fictional Primary School ${number}`,
    "TypeOfEstablishment (name)": "Community school",
    "EstablishmentStatus (name)": "Open",
    OpenDate: "",
    CloseDate: "",
    "PhaseOfEducation (name)": "Primary",
    Town: "Newtown",
    Postcode: "ZZ1 1ZZ",
    "GOR (name)": "North Vale",
    Easting: "400000",
    Northing: "300000",
    "Federations (name)": "",
    ...changes,
  };
}
