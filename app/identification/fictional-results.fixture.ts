/** A fictional primary school's row in the layout of the key stage 2 tables of 2012, by column. */
export type FictionalRow = Record<(typeof columns)[number], string>;

export const columns = [
  "RECTYPE",
  "ALPHAIND",
  "LEA",
  "ESTAB",
  "URN",
  "SCHNAME",
  "TOWN",
  "PCODE",
  "NFTYPE",
  "ICLOSE",
  "TELIG",
  "PTENGMATX",
  "PTENGMATX23",
  "PTENGMATX24",
  "PTENGMATX25",
  "PTENGMATX26",
] as const;

export const fictionalCouncils: ReadonlySet<string> = new Set(["001", "002", "003"]);

/** School `number` of council 001, at 60% in each of four years unless told otherwise. */
export function fictionalRow(number: number, changes: Partial<FictionalRow> = {}): FictionalRow {
  return {
    RECTYPE: "1",
    ALPHAIND: String(number),
    LEA: "001",
    ESTAB: String(2000 + number),
    URN: String(900_000 + number),
    SCHNAME: `Fictional Primary School ${number}`,
    TOWN: "Newtown",
    PCODE: "ZZ1 1ZZ",
    NFTYPE: "CY",
    ICLOSE: "0",
    TELIG: "30",
    PTENGMATX: changes.PTENGMATX26 ?? "60%",
    PTENGMATX23: "60%",
    PTENGMATX24: "60%",
    PTENGMATX25: "60%",
    PTENGMATX26: changes.PTENGMATX ?? "60%",
    ...changes,
  };
}

/** The rows as a CSV with its header on line 1, so that the first row is on line 2. */
export function fictionalCsv(
  rows: readonly FictionalRow[],
  { separator = ",", lineBreak = "\n", header = columns as readonly string[] } = {},
): string {
  const quote = (cell: string) =>
    /[\n\r"]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = rows.map((row) =>
    header.map((column) => quote(row[column as keyof FictionalRow] ?? "")).join(separator),
  );
  return [header.join(separator), ...lines].map((line) => line + lineBreak).join("");
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
