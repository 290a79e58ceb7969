import type pg from "pg";
import { type SystemActor, system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { errorFacts, log } from "~/platform/log.server";
import { compareWithStored } from "./compare-with-stored";
import { summarise } from "./file-summary";
import { loadStoredSchools } from "./load-stored-schools.server";
import { readResultsFile, type ReadOutcome } from "./read-results-file";
import { MAX_KEPT_ERRORS, type RowError } from "./row-error";

type Kept = { filename: string; bytes: Buffer; expectedYear: number | null; state: string; summary: unknown };

/** Reads a kept file from its bytes. Councils are those of the reference table and of this installation. */
export async function readKeptFile(
  client: pg.PoolClient,
  fileId: string,
): Promise<{ kept: Kept; outcome: ReadOutcome; readMs: number } | null> {
  const { rows } = await client.query<Kept>(
    `SELECT f.filename, c.bytes, f.expected_year AS "expectedYear", f.state, f.summary
       FROM results_files f JOIN results_file_contents c ON c.file_id = f.id WHERE f.id = $1`,
    [fileId],
  );
  const [kept] = rows;
  if (!kept) return null;
  const councilCodes = await loadCouncilCodes(client);
  const { bytes, filename, expectedYear } = kept;
  const began = performance.now();
  const outcome = readResultsFile({ bytes, filename, year: expectedYear ?? undefined, councilCodes });
  return { kept, outcome, readMs: Math.round(performance.now() - began) };
}

/** Codes of the councils that may have schools: those of the reference table and those of this installation. */
export async function loadCouncilCodes(client: pg.PoolClient): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ code: string }>("SELECT code FROM councils");
  return new Set(rows.map(({ code }) => code));
}

/** Notes that a file cannot be taken over, with what is wrong by line and column. */
export const refuseFile = (client: pg.PoolClient, fileId: string, errors: readonly RowError[], count: number) =>
  client.query(
    "UPDATE results_files SET state = 'refused', errors = $2, version = version + 1 WHERE id = $1 AND state <> 'discarded'",
    [fileId, JSON.stringify({ errors: errors.slice(0, MAX_KEPT_ERRORS), count })],
  );

/**
 * Lets go of a file that a job broke off in this state, so that it does not stay in it for ever: an admin who reads what
 * happened can upload it again. In a transaction of its own, after the job's was rolled back.
 */
export async function refuseBrokenOff(
  actor: SystemActor,
  {
    fileId,
    state,
    error,
    message,
  }: { fileId: string; state: "reading" | "takingOver"; error: unknown; message: string },
): Promise<void> {
  log("error", "A results file could not be worked on", { fileId, state, ...errorFacts(error) });
  const errors = { errors: [{ line: null, column: null, found: null, message }], count: 1 };
  await asActorInBulk(actor, (client) =>
    client.query(
      `UPDATE results_files SET state = 'refused', errors = $2, taken_over_by_id = NULL, taken_over_at = NULL,
              version = version + 1 WHERE id = $1 AND state = $3`,
      [fileId, JSON.stringify(errors satisfies { errors: RowError[]; count: number }), state],
    ),
  );
}

/**
 * The job that reads an uploaded file: it ends as `checked`, with what taking it over would change, or as `refused`,
 * with what is wrong by line and column. It may run again after it was cut off; a file that it has finished with is left
 * alone.
 */
export async function checkResultsFile({ fileId }: { fileId: string }): Promise<void> {
  const actor = system("read-results-file");
  const claimed = await asActorInBulk(actor, (client) =>
    client.query("UPDATE results_files SET state = 'reading' WHERE id = $1 AND state IN ('waiting', 'reading')", [
      fileId,
    ]),
  );
  if (claimed.rowCount === 0) return;
  try {
    await readClaimedFile(actor, fileId);
  } catch (error) {
    const message = "The file could not be read because of a fault in the service. Upload it again";
    await refuseBrokenOff(actor, { fileId, state: "reading", error, message });
    throw error;
  }
}

async function readClaimedFile(actor: SystemActor, fileId: string): Promise<void> {
  const read = await asActorInBulk(actor, (client) => readKeptFile(client, fileId));
  if (!read) return;
  const { outcome, readMs } = read;
  if (!outcome.ok) {
    await asActorInBulk(actor, (client) => refuseFile(client, fileId, outcome.errors, outcome.errorCount));
    return;
  }
  const { file } = outcome;
  // In a transaction of its own, so that the page that waits can tell how far it is.
  await asActorInBulk(actor, (client) =>
    client.query("UPDATE results_files SET rows_read = $2, rows_total = $2 WHERE id = $1", [fileId, file.rows.length]),
  );
  await asActorInBulk(actor, async (client) => {
    const stored = await loadStoredSchools(client, file);
    const comparison = compareWithStored(file, stored.schools, stored.results);
    if (comparison.errors.length > 0) return refuseFile(client, fileId, comparison.errors, comparison.errors.length);
    await client.query(
      `UPDATE results_files SET state = 'checked', layout = $2, years = $3, measures = $4, summary = $5,
              version = version + 1 WHERE id = $1 AND state = 'reading'`,
      [fileId, file.layout.id, file.years, file.measures, JSON.stringify(summarise(file, comparison, readMs))],
    );
  });
}
