import type pg from "pg";
import { type SystemActor, system } from "~/platform/actor";
import { addJobInBulk } from "~/platform/add-job.server";
import { now } from "~/platform/clock.server";
import { asActorInBulk } from "~/platform/db.server";
import { stageKeptFile } from "./check-results-file.server";
import { dropStagedRows } from "./drop-staged.server";
import type { FileKind } from "./file-kind";
import { fileKinds } from "./file-kinds.server";
import { resultsLock } from "./lock-results.server";
import { readStoredVersion } from "./read-stored-version.server";
import { refuseBrokenOff, refuseFile } from "./refuse-file.server";

/**
 * The job that takes a file over from the staging tables: schools and results in one transaction, all or nothing. Where
 * what is stored has changed since it was checked it is compared again; where that no longer gives what the admin was
 * shown, the file goes back to `checked` with what it would change now. Where taking it over fails,
 * nothing of it is stored and the file is refused.
 */
export async function applyResultsFile({ fileId }: { fileId: string }): Promise<void> {
  const actor = system("take-over-results-file");
  try {
    await storeStagedFile(actor, fileId);
  } catch (error) {
    const message =
      "The file could not be taken over because of a fault in the service. Nothing of it was stored. Upload it again";
    await refuseBrokenOff(actor, { fileId, state: "takingOver", error, message });
    throw error;
  }
}

async function storeStagedFile(actor: SystemActor, fileId: string): Promise<void> {
  await asActorInBulk(actor, async (client) => {
    await client.query(resultsLock);
    const { rows } = await client.query<StagedFile>(
      `SELECT kind, state, summary, staged, compared_at_version AS "comparedAt" FROM results_files WHERE id = $1`,
      [fileId],
    );
    const [file] = rows;
    if (file?.state !== "takingOver") return;
    const version = await readStoredVersion(client);
    // Where nothing that it was compared with has changed since, the comparison holds.
    const holds = file.staged && file.comparedAt === version;
    if (!holds && !(await compareAgain(client, fileId, { file, version }))) return;
    await fileKinds[file.kind].takeOver(client, fileId);
    // What the admin was shown stays as it was shown.
    await markTakenOver(client, fileId);
  });
}

type StagedFile = {
  kind: FileKind;
  state: string;
  summary: { digest: string };
  staged: boolean;
  comparedAt: string | null;
};

/** Whether a file would still do what the admin was shown. Where it would not, it goes back or is refused. */
async function compareAgain(
  client: pg.PoolClient,
  fileId: string,
  { file, version }: { file: StagedFile; version: string },
): Promise<boolean> {
  if (!(await stageKeptFile(client, fileId))) return false;
  const compared = await fileKinds[file.kind].compare(client, fileId);
  if (compared.errors) {
    await refuseFile(client, fileId, compared.errors, compared.errors.length);
    return false;
  }
  const { summary, undecided } = compared;
  if (undecided === 0 && summary.digest === file.summary.digest) return true;
  await client.query(
    `UPDATE results_files SET state = 'checked', summary = $2, undecided = $3, checked_at = $4, compared_at_version = $5,
            taken_over_by_id = NULL, taken_over_at = NULL, version = version + 1 WHERE id = $1`,
    [fileId, JSON.stringify({ ...summary, changedMeanwhile: true }), undecided, now(), version],
  );
  return false;
}

/** The end of taking a file over, under the lock: its place in the order, and the job that tells open cases. */
export async function markTakenOver(client: pg.PoolClient, fileId: string): Promise<void> {
  await dropStagedRows(client, fileId);
  await client.query(
    `UPDATE results_files SET state = 'takenOver', taken_over_nth = (SELECT coalesce(max(taken_over_nth), 0) + 1 FROM results_files),
            version = version + 1 WHERE id = $1`,
    [fileId],
  );
  await addJobInBulk(client, "record-results", { fileId }, `record:${fileId}`);
}
