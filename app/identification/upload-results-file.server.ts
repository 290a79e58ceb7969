import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import type { Actor } from "~/platform/actor";
import { addJobInBulk } from "~/platform/add-job.server";
import { asActorInBulk } from "~/platform/db.server";

export type UploadResultsFile = {
  actor: Actor;
  filename: string;
  bytes: Uint8Array;
  /** The year that the admin expects the file to be of; null to take the file's own. */
  expectedYear: number | null;
  now: Date;
};

/** The SHA-256 of a file's bytes as they were uploaded, in hexadecimal. */
export const checksumOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * The file that holds the same bytes and was taken over, or is about to be; null where there is none. Where another year
 * is expected than it was taken over for, it is not the one: what was expected has to be checked and refused.
 */
export async function findTakenOver(
  client: pg.PoolClient,
  checksum: string,
  expectedYear: number | null,
): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM results_files WHERE checksum = $1 AND state IN ('takingOver', 'takenOver')
        AND ($2::int IS NULL OR $2 = (SELECT max(year) FROM unnest(years) AS year))`,
    [checksum, expectedYear],
  );
  return rows[0]?.id ?? null;
}

/** Keeps a file's bytes with what is known about it. A plain client, because 50 MB should be copied as seldom as possible. */
export async function keepResultsFile(
  client: pg.PoolClient,
  { actor, filename, bytes, expectedYear, now }: UploadResultsFile,
): Promise<string> {
  const fileId = randomUUID();
  const uploadedById = actor.kind === "person" ? actor.personId : null;
  await client.query(
    `INSERT INTO results_files (id, filename, checksum, size, expected_year, uploaded_by_id, uploaded_at, years, measures)
     VALUES ($1, $2, $3, $4, $5, $6, $7, '{}', '{}')`,
    [fileId, filename, checksumOf(bytes), bytes.byteLength, expectedYear, uploadedById, now],
  );
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await client.query("INSERT INTO results_file_contents (file_id, bytes) VALUES ($1, $2)", [fileId, buffer]);
  return fileId;
}

/**
 * Keeps an uploaded results file and asks the worker to read it; nothing of it counts until it is taken over. Bytes that
 * were taken over, or that wait to be, are not kept again: the answer names the file that holds them (`known`).
 */
export async function uploadResultsFile(asked: UploadResultsFile): Promise<{ fileId: string; known: boolean }> {
  const checksum = checksumOf(asked.bytes);
  return asActorInBulk(asked.actor, async (client) => {
    // The same form posted twice at once: the second waits here and finds the first's file.
    await client.query("SELECT pg_advisory_xact_lock(hashtext($1))", [`upload ${checksum}`]);
    const takenOver = await findTakenOver(client, checksum, asked.expectedYear);
    const waiting = await client.query<{ id: string }>(
      `SELECT id FROM results_files WHERE checksum = $1 AND state IN ('waiting', 'reading', 'checked')
          AND expected_year IS NOT DISTINCT FROM $2 ORDER BY uploaded_at DESC LIMIT 1`,
      [checksum, asked.expectedYear],
    );
    const known = takenOver ?? waiting.rows[0]?.id;
    if (known) return { fileId: known, known: true };
    const fileId = await keepResultsFile(client, asked);
    await addJobInBulk(client, "read-results-file", { fileId }, `read:${fileId}`);
    return { fileId, known: false };
  });
}
