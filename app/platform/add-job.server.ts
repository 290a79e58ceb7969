import type pg from "pg";
import type { Tx } from "./db.server";

/** The jobs of the queue, each with what it needs to know. */
export type Jobs = {
  "read-results-file": { fileId: string };
  "take-over-results-file": { fileId: string };
  "record-results": { fileId: string };
  "run-identification": { runId: string };
  "tell-of-publication": { runId: string };
  "tell-headteacher": { tellingId: string };
  "begin-day": Record<string, never>;
  "tell-of-event": { eventId: string };
  "seal-log": Record<string, never>;
  "count-statistics": { runId?: string };
};

/**
 * Adds a job in the transaction of the change that needs it: it is worked if, and only if, the change happened.
 * Two jobs of the same key that wait at the same time become one.
 */
export async function addJob<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  key?: string,
): Promise<void> {
  await tx.$executeRaw`SELECT app.add_job(${name}, ${JSON.stringify(payload)}::json, ${key ?? null})`;
}

/** Many jobs of one kind, each with a key of its own, in one statement. */
export async function addJobs<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  jobs: readonly { payload: Jobs[Name]; key: string }[],
): Promise<void> {
  await tx.$executeRaw`
    SELECT app.add_job(${name}, j.payload::json, j.key)
      FROM unnest(${jobs.map(({ payload }) => JSON.stringify(payload))}::text[], ${jobs.map(({ key }) => key)}::text[])
        AS j (payload, key)`;
}

/** The same inside asActorInBulk. */
export async function addJobInBulk<Name extends keyof Jobs>(
  client: pg.PoolClient,
  name: Name,
  payload: Jobs[Name],
  key?: string,
): Promise<void> {
  await client.query("SELECT app.add_job($1, $2::json, $3)", [name, JSON.stringify(payload), key ?? null]);
}
