import pg from "pg";

// Any number: it sets these locks apart from every other advisory lock of the service.
const LOCK_SPACE = 20_261_124;
const RETRY_AFTER = 1_000;

async function freeJobsOfTheDead(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL",
  );
  for (const { id } of rows) {
    const tried = await client.query<{ dead: boolean }>("SELECT pg_try_advisory_lock($1, hashtext($2)) AS dead", [
      LOCK_SPACE,
      id,
    ]);
    if (!tried.rows[0]?.dead) continue;
    await client.query("SELECT graphile_worker.force_unlock_workers(ARRAY[$1])", [id]);
    await client.query("SELECT pg_advisory_unlock($1, hashtext($2))", [LOCK_SPACE, id]);
  }
}

/**
 * Keeps, for as long as this process lives, a lock in the database under the name of each of its workers, and gives
 * free the jobs of workers that hold none: their process was killed, and the queue alone would wait four hours before
 * it takes such a job again. Where the connection breaks the locks are taken anew; a job that is given free meanwhile
 * runs twice, which every job bears.
 */
export async function claimWorkers(url: string) {
  const mine = new Set<string>();
  let client: pg.Client;
  let ended = false;
  const lock = (id: string) => client.query("SELECT pg_advisory_lock($1, hashtext($2))", [LOCK_SPACE, id]);
  const again = () => void (ended || setTimeout(() => connect().catch(again), RETRY_AFTER).unref());
  async function connect(): Promise<void> {
    client = new pg.Client({ connectionString: url, application_name: "worker locks" });
    client.once("error", again);
    await client.connect();
    for (const id of mine) await lock(id);
  }
  await connect();
  await freeJobsOfTheDead(client!);
  return {
    async claim(id: string): Promise<void> {
      mine.add(id);
      await lock(id);
    },
    async end(): Promise<void> {
      ended = true;
      await client.end();
    },
  };
}
