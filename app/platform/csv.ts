export type CsvCell = string | number | null;

/** Makes a spreadsheet read the file as UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

// A spreadsheet runs a cell that begins so as a formula, and some do after leading spaces. Numbers are written as numbers.
const beginsFormula = (text: string) => /^\s*[=+\-@\t\r]/.test(text) || /^[\t\r]/.test(text);

function cell(value: CsvCell): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = beginsFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as CSV with CRLF (RFC 4180). Text that a spreadsheet would run as a formula gets a leading apostrophe; numbers,
 * negative ones included, stay numbers. `bom` puts a byte order mark before it.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[], { bom = false }: { bom?: boolean } = {}): string {
  return (bom ? BYTE_ORDER_MARK : "") + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
