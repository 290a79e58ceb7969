import type pg from "pg";
import { type Actor, system } from "~/platform/actor";
import { asActor, asActorInBulk } from "~/platform/db.server";
import type { FileKind } from "./file-kind";
import { fileKinds } from "./file-kinds.server";
import { findTakeBackObstacle } from "./find-take-back-obstacle.server";
import { resultsLock } from "./lock-results.server";
import { restoreStored } from "./restore-stored.server";
import { unpublishedStates } from "./start-identification.server";

/** A file can be taken back, or why it cannot; for the page that asks. 404 for whoever may not know of the file. */
export async function askTakeBack({ actor, fileId }: { actor: Actor; fileId: string }): Promise<string | null> {
  await requireFile(actor, fileId);
  return asActorInBulk(system("take-back-results-file"), (client) => findObstacle(client, fileId));
}

async function requireFile(actor: Actor, fileId: string): Promise<void> {
  const file = await asActor(actor, (tx) => tx.resultsFile.findUnique({ where: { id: fileId }, select: { id: true } }));
  if (!file) throw new Response("Not found", { status: 404 });
}

async function findObstacle(client: pg.PoolClient, fileId: string): Promise<string | null> {
  const { rows } = await client.query<{ state: string }>("SELECT state FROM results_files WHERE id = $1", [fileId]);
  if (rows[0]?.state !== "takenOver") return "Only a file that was taken over can be taken back.";
  await client.query("SET LOCAL enable_nestloop = off");
  return findTakeBackObstacle(client, fileId);
}

/**
 * Puts schools and results back to exactly what they were before a file was taken over, in one transaction, and puts
 * aside the runs that were not published. Its bytes may be uploaded again. Answers why not, where it cannot be taken
 * back. It removes schools, which no person's role may, so the system does it for an admin who may see the file.
 */
export async function takeBackResultsFile({
  actor,
  fileId,
  now,
}: {
  actor: Actor;
  fileId: string;
  now: Date;
}): Promise<string | null> {
  await requireFile(actor, fileId);
  return asActorInBulk(system("take-back-results-file"), async (client) => {
    await client.query(resultsLock);
    // Results that are told to cases at this moment are told whole, or not at all.
    const found = await client.query<{ kind: FileKind; state: string }>(
      "SELECT kind, state FROM results_files WHERE id = $1 FOR UPDATE",
      [fileId],
    );
    // A run that is published at this moment is published before, and rests on the file, or finds itself put aside.
    await client.query("SELECT FROM programmes ORDER BY id FOR NO KEY UPDATE");
    if (found.rows[0]?.state === "takenBack") return null;
    const obstacle = await findObstacle(client, fileId);
    if (obstacle) return obstacle;
    await discardRuns(client, fileId);
    await restoreStored(client, fileId);
    await fileKinds[found.rows[0]?.kind ?? "results"].takeBack?.(client, fileId);
    for (const table of ["result_changes", "school_changes", "file_schools", "file_links"])
      await client.query(`DELETE FROM ${table} WHERE file_id = $1`, [fileId]);
    const takenBackById = actor.kind === "person" ? actor.personId : null;
    await client.query(
      `UPDATE results_files SET state = 'takenBack', taken_back_by_id = $2, taken_back_at = $3, version = version + 1
        WHERE id = $1`,
      [fileId, takenBackById, now],
    );
    return null;
  });
}

/** What a run read may not be what is there any more: those of the file's measures, and after a list of schools or links all. */
async function discardRuns(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `UPDATE identification_runs r SET state = 'discarded', version = r.version + 1
       FROM programmes p, results_files f
      WHERE p.id = r.programme_id AND f.id = $1 AND r.state = ANY ($2)
        AND (p.measure = ANY (f.measures) OR f.kind <> 'results')`,
    [fileId, unpublishedStates],
  );
}
