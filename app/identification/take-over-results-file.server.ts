import { type Actor, type SystemActor, system } from "~/platform/actor";
import { addJob, addJobInBulk } from "~/platform/add-job.server";
import { asActor, asActorInBulk } from "~/platform/db.server";
import { readKeptFile, refuseBrokenOff, refuseFile } from "./check-results-file.server";
import { compareWithStored } from "./compare-with-stored";
import { type FileSummary, summarise } from "./file-summary";
import { loadStoredSchools } from "./load-stored-schools.server";
import { storeResults } from "./store-results.server";

/**
 * Asks the worker to take a checked file over. True also where that was asked already; false where the file is not one
 * that can be taken over, or where another file with the same bytes was.
 */
export async function takeOverResultsFile({
  actor,
  fileId,
  now,
}: {
  actor: Actor;
  fileId: string;
  now: Date;
}): Promise<boolean> {
  return asActor(actor, async (tx) => {
    const file = await tx.resultsFile.findUnique({ where: { id: fileId }, select: { checksum: true, state: true } });
    if (!file) throw new Response("Not found", { status: 404 });
    if (["takingOver", "takenOver"].includes(file.state)) return true;
    // Of two files with the same bytes, asked for at once, the second waits here and is refused.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`upload ${file.checksum}`}))`;
    const same = await tx.resultsFile.count({
      where: { checksum: file.checksum, state: { in: ["takingOver", "takenOver"] } },
    });
    if (same > 0) return false;
    const { count } = await tx.resultsFile.updateMany({
      where: { id: fileId, state: "checked" },
      data: {
        state: "takingOver",
        takenOverById: actor.kind === "person" ? actor.personId : null,
        takenOverAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 1) await addJob(tx, "take-over-results-file", { fileId }, `take-over:${fileId}`);
    return count === 1;
  });
}

/** The lock under which results change: the second of two files compares with what the first left. */
export const resultsLock = "SELECT pg_advisory_xact_lock(hashtext('take-over-results-file'))";

/**
 * The job that takes a file over: schools and results in one transaction, all or nothing. It is read and compared again
 * here. Where that no longer gives what the admin was shown, because another file was taken over in the meantime, the
 * file goes back to `checked` with what it would change now. Where taking it over fails, nothing of it is stored and the
 * file is refused.
 */
export async function applyResultsFile({ fileId }: { fileId: string }): Promise<void> {
  const actor = system("take-over-results-file");
  try {
    await storeKeptFile(actor, fileId);
  } catch (error) {
    const message =
      "The file could not be taken over because of a fault in the service. Nothing of it was stored. Upload it again";
    await refuseBrokenOff(actor, { fileId, state: "takingOver", error, message });
    throw error;
  }
}

async function storeKeptFile(actor: SystemActor, fileId: string): Promise<void> {
  await asActorInBulk(actor, async (client) => {
    await client.query(resultsLock);
    const read = await readKeptFile(client, fileId);
    if (read?.kept.state !== "takingOver") return;
    const { kept, outcome, readMs } = read;
    if (!outcome.ok) return void (await refuseFile(client, fileId, outcome.errors, outcome.errorCount));
    const { file } = outcome;
    const stored = await loadStoredSchools(client, file);
    const comparison = compareWithStored(file, stored.schools, stored.results);
    if (comparison.errors.length > 0)
      return void (await refuseFile(client, fileId, comparison.errors, comparison.errors.length));
    const shown = kept.summary as FileSummary;
    const summary = summarise(file, comparison, readMs);
    if (summary.digest !== shown.digest) {
      await client.query(
        `UPDATE results_files SET state = 'checked', summary = $2, taken_over_by_id = NULL, taken_over_at = NULL,
                version = version + 1 WHERE id = $1`,
        [fileId, JSON.stringify({ ...summary, changedMeanwhile: true } satisfies FileSummary)],
      );
      return;
    }
    await storeResults(client, { fileId, file, comparison });
    // What the admin was shown stays as it was shown.
    await client.query("UPDATE results_files SET state = 'takenOver', version = version + 1 WHERE id = $1", [fileId]);
    await addJobInBulk(client, "record-results", { fileId }, `record:${fileId}`);
  });
}
