import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { claimWorkers } from "./claim-worker";
import type { CreatedDatabase } from "./create-database";
import { createTestDatabase } from "./create-test-database";

let database: CreatedDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const lockedBy = async () =>
  (await client.query<{ locked_by: string | null }>("SELECT locked_by FROM graphile_worker.jobs ORDER BY id")).rows.map(
    ({ locked_by }) => locked_by,
  );

/** A job that a worker of this name has taken. */
const takenBy = async (worker: string) => {
  await client.query("SELECT graphile_worker.add_job('begin-day')");
  await client.query(
    `UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now() WHERE locked_by IS NULL`,
    [worker],
  );
};

it("gives free the jobs of a worker whose process is gone, and leaves those of one that lives", async () => {
  const living = await claimWorkers(database.url);
  await living.claim("worker-living");
  await takenBy("worker-living");
  await takenBy("worker-killed");
  const started = await claimWorkers(database.url);
  expect(await lockedBy()).toEqual(["worker-living", null]);
  await living.end();
  await started.end();
  const next = await claimWorkers(database.url);
  expect(await lockedBy()).toEqual([null, null]);
  await next.end();
});
