import type pg from "pg";
import type { SystemActor } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { errorFacts, log } from "~/platform/log.server";
import { dropStaged } from "./drop-staged.server";
import { isGivenUp } from "./is-given-up";
import type { RowError } from "./row-error";

const firstErrors = 5;

/** Notes that a file cannot be taken over, with everything that is wrong by line and column; nothing of it stays staged. */
export async function refuseFile(
  client: pg.PoolClient,
  fileId: string,
  errors: readonly RowError[],
  count: number,
): Promise<void> {
  await dropStaged(client, fileId);
  await client.query("DELETE FROM refused_rows WHERE file_id = $1", [fileId]);
  await client.query(
    `INSERT INTO refused_rows (file_id, position, line, column_name, found, message)
     SELECT $1, position, line, column_name, found, message
       FROM unnest($2::int[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS e (line, column_name, found, message, position)`,
    [
      fileId,
      errors.map(({ line }) => line),
      errors.map(({ column }) => column),
      errors.map(({ found }) => found),
      errors.map(({ message }) => message),
    ],
  );
  await client.query(
    `UPDATE results_files SET state = 'refused', errors = $2, taken_over_by_id = NULL, taken_over_at = NULL, version = version + 1
      WHERE id = $1 AND state <> 'discarded'`,
    [fileId, JSON.stringify({ errors: errors.slice(0, firstErrors), count })],
  );
}

/**
 * Lets go of a file that a job broke off in this state, so that it does not stay in it for ever: an admin who reads what
 * happened can upload it again. In a transaction of its own, after the job's was rolled back. What the database only gave
 * up for the sake of another transaction stays as it is: the job is tried again.
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
  if (isGivenUp(error)) return;
  log("error", "A results file could not be worked on", { fileId, state, ...errorFacts(error) });
  await asActorInBulk(actor, async (client) => {
    const { rowCount } = await client.query("SELECT id FROM results_files WHERE id = $1 AND state = $2 FOR UPDATE", [
      fileId,
      state,
    ]);
    if (rowCount === 1) await refuseFile(client, fileId, [{ line: null, column: null, found: null, message }], 1);
  });
}
