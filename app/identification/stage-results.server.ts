import { COPY_NULL, copyStaged, copyText } from "./copy-staged.server";
import type { StageOutcome, StageRequest } from "./file-kind";
import { readInTurns } from "./read-in-turns";
import { readResultsText } from "./read-results-file";
import type { SchoolRow } from "./read-school-row";

/**
 * Reads a results file and puts its rows into the staging tables, in place of what an earlier attempt left there. Part of
 * the caller's transaction. Nothing of a file with an error is staged.
 */
export async function stageResults(request: StageRequest): Promise<StageOutcome> {
  const { client, fileId, text, encoding, filename, expectedYear, onProgress } = request;
  // Councils that may have schools: those of the reference table and of this installation.
  const councils = await client.query<{ code: string }>("SELECT code FROM councils");
  const councilCodes = new Set(councils.rows.map(({ code }) => code));
  const began = performance.now();
  const outcome = await readInTurns(
    readResultsText({ text, encoding, filename, year: expectedYear ?? undefined, councilCodes }),
    onProgress,
  );
  if (!outcome.ok) return outcome;
  const { file } = outcome;
  const readMs = Math.round(performance.now() - began);
  await copyStaged(client, { table: "staged_rows", fileId, columns, rows: file.rows, copyLine });
  const results = file.rows[0]?.results ?? [];
  const { layout, encoding: writtenIn, separator, ignored } = file;
  // What the comparison cannot find in the rows.
  const read = {
    layoutName: layout.name,
    encoding: writtenIn,
    separator,
    readMs,
    ignored: ignored.map(({ reason, count }) => ({ reason, count })),
  };
  await client.query(
    `UPDATE results_files SET phase = $2, column_measures = $3, column_years = $4, summary = $5, staged_totals = $6
      WHERE id = $1`,
    [
      fileId,
      layout.phase,
      results.map(({ measure }) => measure),
      results.map(({ year }) => year),
      JSON.stringify(read),
      JSON.stringify(file.totals),
    ],
  );
  return { ok: true, rows: file.rows.length, layout: layout.id, measures: file.measures, years: file.years };
}

const columns =
  'line, urn, laestab, council_code, name, type, mainstream, open, town, postcode, pupils, successor_urn, "values", codes';

const orNull = (text: string | null): string => text ?? COPY_NULL;

function copyLine(row: SchoolRow): string {
  let [values, codes] = ["", ""];
  for (const { value, code } of row.results) {
    const separator = values === "" ? "" : ",";
    values += separator + (value ?? "NULL");
    // Codes are capitals and a stroke, or nothing; NULL is one of them.
    codes += separator + (code === null ? "NULL" : `"${code}"`);
  }
  return (
    `${row.line}\t${orNull(row.urn)}\t${orNull(row.laestab)}\t${row.councilCode}\t${copyText(row.name)}\t${copyText(row.schoolType)}\t` +
    `${row.mainstream ? "t" : "f"}\t${row.open ? "t" : "f"}\t${copyText(row.town ?? "")}\t${copyText(row.postcode ?? "")}\t` +
    `${row.eligiblePupils ?? COPY_NULL}\t${orNull(row.convertedToUrn)}\t{${values}}\t{${codes}}\n`
  );
}
