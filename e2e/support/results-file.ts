/** A made-up school's row in the key stage 2 layout of 2016 and later: two years, the file's own and the one before. */
export type SchoolRow = {
  name: string;
  result: string;
  before?: string;
  type?: string;
  closed?: boolean;
};

type Results = { year: number; councilCode: string; rows: readonly SchoolRow[] };

/**
 * A results file of a measure that the demonstration does not use, for the schools of one council; a file of a council
 * and year names the same schools each time.
 */
export function resultsFileOf({ year, councilCode, rows }: Results): string {
  const yearBefore = String((year - 1) % 100).padStart(2, "0");
  const columns = `RECTYPE,LEA,ESTAB,URN,SCHNAME,TOWN,PCODE,NFTYPE,ICLOSE,TELIG,PTRWM_EXP,PTRWM_EXP_${yearBefore}`;
  const lines = rows.map(({ name, result, before = "70%", type = "CY", closed = false }, at) =>
    [
      ...[1, councilCode, 3001 + at, `98${councilCode}${at + 1}`, name, "Harrowmere", "ZZ8 8ZZ"],
      ...[type, closed ? 1 : 0, 30, result, before],
    ].join(","),
  );
  return [columns, ...lines, ""].join("\r\n");
}

export const asUpload = (name: string, text: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});
