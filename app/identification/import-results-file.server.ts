import { system } from "~/platform/actor";
import { addJobInBulk } from "~/platform/add-job.server";
import { asActorInBulk } from "~/platform/db.server";
import { loadCouncilCodes } from "./check-results-file.server";
import { compareWithStored } from "./compare-with-stored";
import { type FileSummary, summarise } from "./file-summary";
import { loadStoredSchools } from "./load-stored-schools.server";
import { readResultsFile } from "./read-results-file";
import type { RowError } from "./row-error";
import { storeResults } from "./store-results.server";
import { resultsLock } from "./take-over-results-file.server";
import { checksumOf, findTakenOver, keepResultsFile } from "./upload-results-file.server";

export type Imported =
  | { outcome: "takenOver"; fileId: string; summary: FileSummary }
  | { outcome: "known"; fileId: string }
  | { outcome: "refused"; errors: readonly RowError[]; errorCount: number };

/**
 * Reads a results file and takes it over at once, for the command line: one transaction, and nothing at all is stored of
 * a file that is refused. The same bytes again change nothing.
 */
export async function importResultsFile(asked: {
  filename: string;
  bytes: Uint8Array;
  expectedYear: number | null;
  now: Date;
}): Promise<Imported> {
  const { filename, bytes, expectedYear, now } = asked;
  const actor = system("import");
  return asActorInBulk(actor, async (client) => {
    await client.query(resultsLock);
    const known = await findTakenOver(client, checksumOf(bytes), expectedYear);
    if (known) return { outcome: "known", fileId: known };
    const councilCodes = await loadCouncilCodes(client);
    const began = performance.now();
    const read = readResultsFile({ bytes, filename, year: expectedYear ?? undefined, councilCodes });
    if (!read.ok) return { outcome: "refused", errors: read.errors, errorCount: read.errorCount };
    const readMs = Math.round(performance.now() - began);
    const { file } = read;
    if (await findTakenOver(client, checksumOf(bytes), null)) {
      const message = "The same bytes were taken over for another year, and a file is of one year only";
      return {
        outcome: "refused",
        errors: [{ line: null, column: null, found: String(file.year), message }],
        errorCount: 1,
      };
    }
    const stored = await loadStoredSchools(client, file);
    const comparison = compareWithStored(file, stored.schools, stored.results);
    const { errors } = comparison;
    if (errors.length > 0) return { outcome: "refused", errors, errorCount: errors.length };
    const summary = summarise(file, comparison, readMs);
    const fileId = await keepResultsFile(client, { actor, filename, bytes, expectedYear, now, state: "takingOver" });
    await storeResults(client, { fileId, file, comparison });
    await client.query(
      `UPDATE results_files SET state = 'takenOver', layout = $2, years = $3, measures = $4, rows_read = $5,
              rows_total = $5, summary = $6, taken_over_at = $7, version = version + 1 WHERE id = $1`,
      [fileId, file.layout.id, file.years, file.measures, file.rows.length, JSON.stringify(summary), now],
    );
    await addJobInBulk(client, "record-results", { fileId }, `record:${fileId}`);
    return { outcome: "takenOver", fileId, summary };
  });
}
