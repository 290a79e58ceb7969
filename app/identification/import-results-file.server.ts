import type pg from "pg";
import { system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { markTakenOver } from "./apply-results-file.server";
import type { FileKind } from "./file-kind";
import { fileKinds } from "./file-kinds.server";
import type { FileSummary } from "./file-summary";
import type { LinksSummary } from "./links-summary";
import { resultsLock } from "./lock-results.server";
import { undecidedRow } from "./match-results.server";
import type { OnProgress } from "./parse-records";
import type { RowError } from "./row-error";
import type { SchoolListSummary } from "./school-list-summary";
import { stageFile } from "./stage-file.server";
import { checksumOf, findTakenOver, keepResultsFile } from "./upload-results-file.server";

export type Imported =
  | { outcome: "takenOver"; fileId: string; summary: FileSummary | SchoolListSummary | LinksSummary }
  | { outcome: "known"; fileId: string }
  | { outcome: "refused"; errors: readonly RowError[]; errorCount: number };

const shownErrors = 200;

/** Undoes the transaction of a file that is refused, so that nothing of it is left. */
class Refusal extends Error {
  constructor(
    readonly errors: readonly RowError[],
    readonly count: number,
  ) {
    super("The file is refused");
  }
}

type Asked = { filename: string; bytes: Uint8Array; expectedYear: number | null; now: Date; onProgress?: OnProgress };

/**
 * Reads a file and takes it over at once, for the command line: one transaction, and nothing at all is stored of a file
 * that is refused. The same bytes again change nothing.
 */
export async function importResultsFile(asked: Asked): Promise<Imported> {
  try {
    return await asActorInBulk(system("import"), (client) => importInTransaction(client, asked));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { outcome: "refused", errors: error.errors.slice(0, shownErrors), errorCount: error.count };
  }
}

async function importInTransaction(client: pg.PoolClient, asked: Asked): Promise<Imported> {
  const { filename, bytes, expectedYear, now, onProgress } = asked;
  await client.query(resultsLock);
  const known = await findTakenOver(client, checksumOf(bytes), expectedYear);
  if (known) return { outcome: "known", fileId: known };
  const ofAnotherYear = (await findTakenOver(client, checksumOf(bytes), null)) !== null;
  const fileId = await keepResultsFile(client, { actor: system("import"), filename, bytes, expectedYear, now });
  const staged = await stageFile(client, { fileId, bytes, filename, expectedYear, onProgress });
  if (!staged.ok) throw new Refusal(staged.errors, staged.errorCount);
  if (ofAnotherYear) {
    const message = "The same bytes were taken over for another year, and a file is of one year only";
    throw new Refusal([{ line: null, column: null, found: String(staged.years.at(-1) ?? ""), message }], 1);
  }
  const found = await client.query<{ kind: FileKind }>("SELECT kind FROM results_files WHERE id = $1", [fileId]);
  const handler = fileKinds[found.rows[0]?.kind ?? "results"];
  const compared = await handler.compare(client, fileId);
  if (compared.errors) throw new Refusal(compared.errors, compared.errors.length);
  if (compared.undecided > 0) throw await refuseUndecided(client, fileId, compared.undecided);
  const { summary } = compared;
  await client.query("UPDATE results_files SET summary = $2, checked_at = $3, taken_over_at = $3 WHERE id = $1", [
    fileId,
    JSON.stringify(summary),
    now,
  ]);
  await handler.takeOver(client, fileId);
  await markTakenOver(client, fileId);
  return { outcome: "takenOver", fileId, summary: summary as FileSummary | SchoolListSummary | LinksSummary };
}

/** Nobody can choose on the command line: rows that several schools could be meant by are refused there. */
async function refuseUndecided(client: pg.PoolClient, fileId: string, undecided: number): Promise<Refusal> {
  const { rows } = await client.query<RowError>(
    `SELECT m.line, NULL AS "column", m.laestab AS found,
            'Council and establishment number belong to ' || cardinality(m.candidate_ids) || ' schools (URN ' ||
            (SELECT string_agg(coalesce(s.urn, 'not known'), ', ' ORDER BY s.urn) FROM schools s WHERE s.id = ANY (m.candidate_ids)) ||
            '): add the URN to say which, or upload the file in the service to choose' AS message
       FROM staged_unmatched m LEFT JOIN laestab_choices c ON c.laestab = m.laestab
      WHERE m.file_id = $1 AND (${undecidedRow})
      ORDER BY m.line`,
    [fileId],
  );
  const unknown = {
    line: null,
    column: null,
    found: null,
    message: "Rows of the file need a choice: upload it in the service",
  };
  return new Refusal(rows.length > 0 ? rows : [unknown], undecided);
}
