import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runMigrations } from "graphile-worker";
import type pg from "pg";
import { codeOf, withClient } from "../app/platform/embedded/connect";
import { CannotStart, reasonOf } from "../app/platform/launch/cannot-start";
import { ensureRoles } from "../app/platform/launch/database-roles";

export type Migration = { name: string; sql: string };
type Recorded = { name: string; checksum: string; finished: boolean };

const MIGRATIONS = path.join(path.dirname(fileURLToPath(import.meta.url)), "migrations");
// The lock that Prisma's own `migrate deploy` takes: the two exclude each other.
const PRISMA_LOCK = 72707369;
// Word for word as Prisma makes it, so that an operator with Prisma's engine can go on from here.
const HISTORY = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The migrations of a directory in the order of their names. */
export function readMigrations(directory: string = MIGRATIONS): Migration[] {
  const names = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => ({ name, sql: readFileSync(path.join(directory, name, "migration.sql"), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Which migrations are still to be applied, given what the database says it had. Throws CannotStart where the two
 * histories contradict each other: a migration that failed half-way, changed after it was applied, or is unknown here.
 */
export function pendingMigrations(migrations: Migration[], recorded: Recorded[]): Migration[] {
  for (const { name, checksum, finished } of recorded) {
    const known = migrations.find((migration) => migration.name === name);
    if (!finished)
      throw new CannotStart(
        `The migration ${name} began in this database and did not finish: restore the database from a backup.`,
      );
    if (!known)
      throw new CannotStart(
        `The database has the migration ${name}, which this version of the service does not know: start the version that applied it.`,
      );
    // A checkout on Windows may have other line ends than the one that applied the file.
    if (checksum !== sha256(known.sql) && checksum !== sha256(known.sql.replaceAll("\r\n", "\n")))
      throw new CannotStart(
        `The migration ${name} was changed after it was applied: put its file back as it was and make the change in a new migration.`,
      );
  }
  return migrations.filter(({ name }) => !recorded.some((record) => record.name === name));
}

async function readHistory(client: pg.Client): Promise<Recorded[]> {
  const { rows } = await client.query<Recorded>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by started_at, migration_name`,
  );
  return rows;
}

async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    // A migration may set the search path for itself; the history must not land elsewhere for it.
    await client.query("set local search_path to default");
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), sha256(sql), name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw new CannotStart(`The migration ${name} could not be applied and was undone whole: ${reasonOf(error)}.`);
  }
}

async function takeLock(client: pg.Client): Promise<void> {
  await client.query("set lock_timeout = '60s'");
  try {
    await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
  } catch (error) {
    if (codeOf(error) !== "55P03") throw error;
    throw new CannotStart(
      "Another program has been migrating this database for a minute: wait for it to finish, then start again.",
    );
  }
  await client.query("set lock_timeout = 0");
}

/**
 * Brings a database up to date: the migrations of prisma/migrations that it has not had, in order, each in one
 * transaction, and then the job queue's own tables. Any number of processes may do so at once; one works, the others
 * wait. Returns the names of those applied. Throws CannotStart with one sentence where the history does not fit.
 */
export async function migrate(options: { url: string; migrations?: Migration[] }): Promise<{ applied: string[] }> {
  return withClient(options.url, async (client) => {
    // Without this, "relation already exists, skipping" goes to the operator's screen at each start.
    await client.query("set client_min_messages = warning");
    await takeLock(client);
    await ensureRoles(client);
    await client.query(HISTORY);
    const pending = pendingMigrations(options.migrations ?? readMigrations(), await readHistory(client));
    for (const migration of pending) await apply(client, migration);
    // Under the same lock, which this connection holds to its end: two that make the queue's tables at once both fail.
    await runMigrations({ connectionString: options.url });
    return { applied: pending.map(({ name }) => name) };
  });
}
