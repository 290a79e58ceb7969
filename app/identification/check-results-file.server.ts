import type pg from "pg";
import { system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { type Comparison, compareWithStored } from "./compare-with-stored";
import { loadStoredSchools } from "./load-stored-schools.server";
import { readResultsFile, type ReadOutcome, type ResultsFile } from "./read-results-file";
import { MAX_KEPT_ERRORS, type RowError } from "./row-error";

const shownChanges = 500;

/** What a checked file would do, for the page that asks to take it over. */
export type FileSummary = Pick<Comparison, "newSchools" | "newResults" | "unchangedResults"> & {
  layoutName: string;
  year: number;
  encoding: string;
  schools: number;
  changedResults: number;
  changes: Comparison["changes"];
  ignored: { reason: string; count: number }[];
};

type Kept = { filename: string; bytes: Buffer; expectedYear: number | null; state: string };

/** Reads a kept file again from its bytes. Councils are those of the reference table and of this installation. */
export async function readKeptFile(
  client: pg.PoolClient,
  fileId: string,
): Promise<{ kept: Kept; outcome: ReadOutcome } | null> {
  const { rows } = await client.query<Kept>(
    `SELECT f.filename, c.bytes, f.expected_year AS "expectedYear", f.state
       FROM results_files f JOIN results_file_contents c ON c.file_id = f.id WHERE f.id = $1`,
    [fileId],
  );
  const [kept] = rows;
  if (!kept) return null;
  const councils = await client.query<{ code: string }>("SELECT code FROM councils");
  const councilCodes = new Set(councils.rows.map(({ code }) => code));
  const { bytes, filename, expectedYear } = kept;
  return { kept, outcome: readResultsFile({ bytes, filename, year: expectedYear ?? undefined, councilCodes }) };
}

export function summarise(file: ResultsFile, comparison: Comparison): FileSummary {
  const { newSchools, newResults, unchangedResults, changes } = comparison;
  return {
    layoutName: file.layout.name,
    year: file.year,
    encoding: file.encoding,
    schools: file.rows.length,
    newSchools,
    newResults,
    unchangedResults,
    changedResults: changes.length,
    changes: changes.slice(0, shownChanges),
    ignored: file.ignored.map(({ reason, count }) => ({ reason, count })),
  };
}

const refuse = (client: pg.PoolClient, fileId: string, errors: RowError[], count: number) =>
  client.query("UPDATE results_files SET state = 'refused', errors = $2, version = version + 1 WHERE id = $1", [
    fileId,
    JSON.stringify({ errors: errors.slice(0, MAX_KEPT_ERRORS), count }),
  ]);

/**
 * The job that reads an uploaded file: it ends as `checked`, with what taking it over would change, or as `refused`,
 * with what is wrong by line and column. A second run of the same job finds the file no longer waiting and does nothing.
 */
export async function checkResultsFile({ fileId }: { fileId: string }): Promise<void> {
  const actor = system("read-results-file");
  const claimed = await asActorInBulk(actor, (client) =>
    client.query("UPDATE results_files SET state = 'reading' WHERE id = $1 AND state IN ('waiting', 'reading')", [
      fileId,
    ]),
  );
  if (claimed.rowCount === 0) return;
  await asActorInBulk(actor, async (client) => {
    const read = await readKeptFile(client, fileId);
    if (!read) return;
    if (!read.outcome.ok) return refuse(client, fileId, read.outcome.errors, read.outcome.errorCount);
    const { file } = read.outcome;
    const stored = await loadStoredSchools(client, file);
    const comparison = compareWithStored(file.rows, stored.schools, stored.results);
    if (comparison.errors.length > 0) return refuse(client, fileId, comparison.errors, comparison.errors.length);
    await client.query(
      `UPDATE results_files SET state = 'checked', layout = $2, years = $3, measures = $4, rows_read = $5, rows_total = $5,
              summary = $6, version = version + 1 WHERE id = $1`,
      [
        fileId,
        file.layout.id,
        file.years,
        file.measures,
        file.rows.length,
        JSON.stringify(summarise(file, comparison)),
      ],
    );
  });
}
