import type pg from "pg";
import { type SystemActor, system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { now } from "~/platform/clock.server";
import { dropStaged } from "./drop-staged.server";
import type { FileKind } from "./file-kind";
import { fileKinds } from "./file-kinds.server";
import { noteProgress } from "./note-progress.server";
import type { OnProgress } from "./parse-records";
import { readKeptBytes } from "./read-kept-bytes.server";
import { readStoredVersion } from "./read-stored-version.server";
import { refuseBrokenOff, refuseFile } from "./refuse-file.server";
import { stageFile } from "./stage-file.server";

/**
 * The job that reads an uploaded file into the staging tables and compares it with what is stored: it ends as `checked`,
 * with what taking it over would change, or as `refused`, with what is wrong by line and column. A file that is staged
 * already is compared again. It may run again after it was cut off; a file that it has finished with is left alone.
 */
export async function checkResultsFile({ fileId }: { fileId: string }): Promise<void> {
  const actor = system("read-results-file");
  const claimed = await asActorInBulk(actor, (client) =>
    client.query(
      `UPDATE results_files SET state = 'reading', rows_read = 0, read_share = 0, read_rate = NULL
        WHERE id = $1 AND state IN ('waiting', 'reading')`,
      [fileId],
    ),
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
  await asActorInBulk(actor, async (client) => {
    if (!(await stageKeptFile(client, fileId, noteProgress(actor, fileId)))) return;
    const { kind } = await findStaged(client, fileId);
    // Before the comparison: what changes while it runs must count as changed since.
    const version = await readStoredVersion(client);
    const compared = await fileKinds[kind].compare(client, fileId);
    if (compared.errors) return refuseFile(client, fileId, compared.errors, compared.errors.length);
    const { summary, undecided } = compared;
    const { rowCount } = await client.query(
      `UPDATE results_files SET state = 'checked', summary = $2, undecided = $3, checked_at = $4, compared_at_version = $5,
              rows_read = rows_total, version = version + 1 WHERE id = $1 AND state = 'reading'`,
      [fileId, JSON.stringify(summary), undecided, now(), version],
    );
    // Somebody put the file aside while it was read.
    if (rowCount === 0) await dropStaged(client, fileId);
  });
}

async function findStaged(client: pg.PoolClient, fileId: string): Promise<{ kind: FileKind; staged: boolean }> {
  const { rows } = await client.query<{ kind: FileKind; staged: boolean }>(
    "SELECT kind, staged FROM results_files WHERE id = $1",
    [fileId],
  );
  if (!rows[0]) throw new Error("There is no such file");
  return rows[0];
}

/** Stages a kept file from its bytes unless it is staged already. False where that refused it. */
export async function stageKeptFile(client: pg.PoolClient, fileId: string, onProgress?: OnProgress): Promise<boolean> {
  if ((await findStaged(client, fileId)).staged) return true;
  const { rows } = await client.query<{ filename: string; expectedYear: number | null }>(
    `SELECT filename, expected_year AS "expectedYear" FROM results_files WHERE id = $1`,
    [fileId],
  );
  const bytes = await readKeptBytes(client, fileId);
  if (!rows[0] || !bytes) throw new Error("The bytes of the file are not there");
  const outcome = await stageFile(client, { fileId, bytes, ...rows[0], onProgress });
  if (!outcome.ok) await refuseFile(client, fileId, outcome.errors, outcome.errorCount);
  return outcome.ok;
}
