import type pg from "pg";
import { type Actor, system } from "~/platform/actor";
import { asActor, asActorInBulk } from "~/platform/db.server";
import type { FileKind } from "./file-kind";
import { fileKinds } from "./file-kinds.server";
import { findTakeBackObstacle } from "./find-take-back-obstacle.server";
import { unpublishedStates } from "./start-identification.server";
import { resultsLock } from "./take-over-results-file.server";

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
  const { rows } = await client.query<{ state: string }>("SELECT state FROM results_files WHERE id = $1 FOR UPDATE", [
    fileId,
  ]);
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
    const found = await client.query<{ kind: FileKind; state: string }>(
      "SELECT kind, state FROM results_files WHERE id = $1",
      [fileId],
    );
    if (found.rows[0]?.state === "takenBack") return null;
    const obstacle = await findObstacle(client, fileId);
    if (obstacle) return obstacle;
    await discardRuns(client, fileId);
    await restoreResults(client, fileId);
    await restoreSchools(client, fileId);
    await removeSchools(client, fileId);
    await fileKinds[found.rows[0]?.kind ?? "results"].takeBack?.(client, fileId);
    for (const table of ["result_changes", "school_changes", "file_schools"])
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

/** What a run read may not be what is there any more: those of the file's measures, and after a list of schools all. */
async function discardRuns(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `UPDATE identification_runs r SET state = 'discarded', version = r.version + 1
       FROM programmes p, results_files f
      WHERE p.id = r.programme_id AND f.id = $1 AND r.state = ANY ($2)
        AND (p.measure = ANY (f.measures) OR f.kind = 'schools')`,
    [fileId, unpublishedStates],
  );
}

async function restoreResults(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `DELETE FROM results r WHERE r.file_id = $1
        AND NOT EXISTS (SELECT FROM result_changes c WHERE c.file_id = $1 AND c.school_id = r.school_id
                           AND c.measure = r.measure AND c.year = r.year)`,
    [fileId],
  );
  await client.query(
    `UPDATE results r SET value = c.before_value, code = c.before_code, pupils = c.before_pupils, file_id = c.before_file_id
       FROM result_changes c
      WHERE c.file_id = $1 AND r.school_id = c.school_id AND r.measure = c.measure AND r.year = c.year`,
    [fileId],
  );
}

/** What files change of a school, but for two columns that people change too. */
const columns = [
  ...["urn", "laestab", "name", "council_code", "phase", "type", "mainstream", "town", "postcode", "successor_urn"],
  ...["status", "opened_on", "closed_on", "easting", "northing", "federation"],
  ...["details_year", "details_on", "details_file_id", "listed_on", "list_file_id"],
];

async function restoreSchools(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `WITH earliest AS (
       SELECT DISTINCT ON (c.school_id, b.key) c.school_id, b.key, b.value
         FROM school_changes c CROSS JOIN LATERAL jsonb_each(c.before) AS b
        WHERE c.file_id = $1 ORDER BY c.school_id, b.key, c.id),
     before AS (SELECT school_id, jsonb_object_agg(key, value) AS was FROM earliest GROUP BY school_id)
     UPDATE schools s SET ${columns.map((column) => `${column} = image.${column}`).join(", ")},
            -- An admin may have closed the school, or named its predecessor, since.
            open = image.open AND s.closed_by_admin_on IS NULL,
            predecessor_id = CASE WHEN own.set THEN image.predecessor_id ELSE s.predecessor_id END
       FROM before b JOIN schools now ON now.id = b.school_id
       CROSS JOIN LATERAL jsonb_populate_record(now, b.was) AS image
       CROSS JOIN LATERAL (
         SELECT EXISTS (SELECT FROM school_changes c WHERE c.file_id = $1 AND c.school_id = b.school_id
                           AND c.after ? 'predecessor_id'
                           AND (c.after ->> 'predecessor_id')::uuid IS NOT DISTINCT FROM now.predecessor_id) AS set) own
      WHERE s.id = now.id`,
    [fileId],
  );
  await client.query(
    `UPDATE schools s SET details_year = m.before_year, details_on = m.before_on, details_file_id = m.before_file_id
       FROM file_schools m WHERE m.file_id = $1 AND NOT m.is_new AND s.id = m.school_id AND s.details_file_id = $1`,
    [fileId],
  );
}

/**
 * Removes the schools that only this file brought. A run that was put aside is kept as it was, and so are the schools
 * that it lists: closed, without a result, until a file has them again.
 */
async function removeSchools(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `DELETE FROM laestab_choices c USING file_schools m WHERE m.file_id = $1 AND m.is_new AND c.school_id = m.school_id`,
    [fileId],
  );
  await client.query(
    `UPDATE schools s SET open = false, predecessor_id = NULL, successor_urn = NULL, details_year = NULL, details_on = NULL,
            details_file_id = NULL
       FROM file_schools m WHERE m.file_id = $1 AND m.is_new AND s.id = m.school_id
        AND EXISTS (SELECT FROM run_schools r WHERE r.school_id = s.id)`,
    [fileId],
  );
  await client.query(
    `DELETE FROM schools s USING file_schools m WHERE m.file_id = $1 AND m.is_new AND s.id = m.school_id
        AND NOT EXISTS (SELECT FROM run_schools r WHERE r.school_id = s.id)`,
    [fileId],
  );
}
