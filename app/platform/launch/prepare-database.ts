import { loadReference } from "../../../prisma/load-reference";
import { migrate } from "../../../prisma/migrate";
import { codeOf, withClient, withDatabase } from "../embedded/connect";
import { CannotStart, reasonOf } from "./cannot-start";
import type { ServiceDatabase } from "./open-service-database";

const FILLING = "filling with the demonstration";

/** Whether a query finds anything, asked as the role of jobs and the command line; false where the tables are missing. */
async function finds(url: string, query: string): Promise<boolean> {
  return withClient(url, async (client) => {
    try {
      await client.query("begin");
      // The tables' own owner sees nothing: row-level security is forced on it too.
      await client.query("set local role action_plans_system");
      return ((await client.query(query)).rowCount ?? 0) > 0;
    } catch (error) {
      const missing = ["42P01", "22023", "3F000", "42501"].includes(codeOf(error));
      if (missing) return false;
      throw error;
    }
  });
}

const hasPeople = (url: string) => finds(url, "select from people limit 1");

/** Whether an active admin exists, so that somebody can sign in and add the others. */
export const hasAdmin = (url: string): Promise<boolean> =>
  finds(
    url,
    `select from people p join role_grants g on g.person_id = p.id
     where p.active and g.role = 'admin' and g.revoked_at is null limit 1`,
  );

/** Refuses a database that the demonstration has filled: its accounts have a password that everybody knows. */
export async function refuseDemonstration(url: string): Promise<void> {
  const { demonstrationAccounts } = await import("../../../prisma/scenarios/accounts");
  const emails = demonstrationAccounts.map(({ email }) => `'${email}'`).join(", ");
  if (!(await finds(url, `select from people where email in (${emails}) limit 1`))) return;
  throw new CannotStart(
    `Live mode cannot start on the database ${new URL(url).pathname.slice(1)}, which holds the demonstration: name an empty database in DATABASE_URL.`,
  );
}

// A note on a table of ours says that filling has begun: it outlives a kill half-way, where the people alone would look
// like a finished demonstration.
async function noteFilling(url: string, note: string | null): Promise<void> {
  const value = note === null ? "null" : `'${note}'`;
  await withClient(url, (client) => client.query(`comment on table _prisma_migrations is ${value}`));
}

async function fillingWasInterrupted(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ note: string | null }>(
      "select obj_description(to_regclass('_prisma_migrations'), 'pg_class') as note",
    );
    return rows[0]?.note === FILLING;
  });
}

async function emptyDatabase({ url, adminUrl }: ServiceDatabase): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  if (!adminUrl)
    throw new CannotStart(
      `The demonstration was interrupted while it was filling the database ${name}: create that database anew, then start again.`,
    );
  await withClient(withDatabase(adminUrl, "postgres"), async (client) => {
    await client.query(`drop database if exists "${name}" with (force)`);
    await client.query(`create database "${name}"`);
  });
}

/** Brings the database up to date, with England's councils in it. Returns nothing; throws CannotStart with one sentence. */
export async function migrateDatabase(url: string, { quiet = false }: { quiet?: boolean } = {}): Promise<void> {
  const { applied } = await migrate({ url });
  if (applied.length > 0 && !quiet)
    console.log(`Applied ${applied.length === 1 ? "1 migration" : `${applied.length} migrations`}.`);
  await loadReference({ url });
}

/** Fills a database without people with the demonstration of today's date in England, whole or not at all. */
export async function fillWithDemonstration(database: ServiceDatabase): Promise<void> {
  if (await fillingWasInterrupted(database.url)) {
    await emptyDatabase(database);
    await migrateDatabase(database.url);
  } else if (await hasPeople(database.url)) return;
  console.log("Filling the empty database with the demonstration.");
  await noteFilling(database.url, FILLING);
  try {
    const [{ seedDemonstration }, { today }] = await Promise.all([
      import("../../../prisma/seed"),
      import("../clock.server"),
    ]);
    await seedDemonstration({ databaseUrl: database.url, today: today() });
  } catch (error) {
    throw error instanceof CannotStart
      ? error
      : new CannotStart(`The demonstration could not be filled in (${reasonOf(error)}): start again to try anew.`);
  }
  await noteFilling(database.url, null);
}
