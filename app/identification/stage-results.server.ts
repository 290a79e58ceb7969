import { setImmediate } from "node:timers/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { StageOutcome, StageRequest } from "./file-kind";
import type { OnProgress } from "./parse-records";
import { type ReadOutcome, readResultsText, type ResultsFile, type TextRequest } from "./read-results-file";
import type { SchoolRow } from "./read-school-row";

const ROWS_PER_CHUNK = 500;

/** Reads a results file's text in turns and lets other work of this process go on in between. */
async function readInTurns(request: TextRequest, onProgress?: OnProgress): Promise<ReadOutcome> {
  const turns = readResultsText(request);
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
    if (turn.value) onProgress?.(turn.value);
    await setImmediate();
  }
}

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
    { text, encoding, filename, year: expectedYear ?? undefined, councilCodes },
    onProgress,
  );
  if (!outcome.ok) return outcome;
  const { file } = outcome;
  const readMs = Math.round(performance.now() - began);
  await copyRows(client, fileId, file);
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

async function copyRows(client: pg.PoolClient, fileId: string, { rows }: ResultsFile): Promise<void> {
  await client.query("DELETE FROM staged_rows WHERE file_id = $1", [fileId]);
  // COPY does not go into a table with row-level security: the rows pass through one of this transaction's own.
  await client.query(
    `CREATE TEMP TABLE incoming_rows (LIKE staged_rows INCLUDING DEFAULTS) ON COMMIT DROP;
     ALTER TABLE incoming_rows DROP COLUMN file_id`,
  );
  await pipeline(
    Readable.from(chunksOf(rows), { objectMode: false }),
    client.query(copyFrom(`COPY incoming_rows (${columns}) FROM STDIN`)),
  );
  await client.query(`INSERT INTO staged_rows (file_id, ${columns}) SELECT $1, ${columns} FROM incoming_rows`, [
    fileId,
  ]);
  await client.query("DROP TABLE incoming_rows");
}

function* chunksOf(rows: readonly SchoolRow[]): Generator<string> {
  for (let at = 0; at < rows.length; at += ROWS_PER_CHUNK) {
    let chunk = "";
    for (const row of rows.slice(at, at + ROWS_PER_CHUNK)) chunk += copyLine(row);
    yield chunk;
  }
}

const NULL = "\\N";
/** Text of a row in COPY's format. It holds no control characters, which read-school-row refuses. */
const cell = (text: string): string => (text.includes("\\") ? text.replaceAll("\\", "\\\\") : text);
const orNull = (text: string | null): string => (text === null ? NULL : text);

function copyLine(row: SchoolRow): string {
  let [values, codes] = ["", ""];
  for (const { value, code } of row.results) {
    const separator = values === "" ? "" : ",";
    values += separator + (value ?? "NULL");
    // Codes are capitals and a stroke, or nothing; NULL is one of them.
    codes += separator + (code === null ? "NULL" : `"${code}"`);
  }
  return (
    `${row.line}\t${orNull(row.urn)}\t${orNull(row.laestab)}\t${row.councilCode}\t${cell(row.name)}\t${cell(row.schoolType)}\t` +
    `${row.mainstream ? "t" : "f"}\t${row.open ? "t" : "f"}\t${cell(row.town ?? "")}\t${cell(row.postcode ?? "")}\t` +
    `${row.eligiblePupils ?? NULL}\t${orNull(row.convertedToUrn)}\t{${values}}\t{${codes}}\n`
  );
}
