import { damagedCluster } from "../embedded/cluster";
import { startEmbeddedPostgres } from "../embedded/embedded-postgres";
import { codeOf, withClient } from "../embedded/connect";
import { keptSecret } from "../embedded/cluster-record";
import { CannotStart, reasonOf } from "./cannot-start";
import { checkRoles } from "./database-roles";
import { readSettings, type Settings } from "./read-settings";

export type ServiceDatabase = {
  url: string;
  /** The embedded server's maintenance database; null for a server of somebody else's. */
  adminUrl: string | null;
  /** What a failure of the database means: of an embedded server's own files, one sentence that says what to do. */
  explain: (error: unknown) => unknown;
  /** Starts an embedded server again whenever it dies, until the returned function is called. */
  keepAlive: () => () => void;
  /** Stops an embedded server that no other program uses; leaves any other database alone. */
  close: (options?: { evenIfUsed: boolean }) => Promise<void>;
};

function sentenceFor(error: unknown, url: string): string {
  const { host, pathname, username } = new URL(url);
  const code = codeOf(error);
  if (code === "28P01" || code === "28000")
    return `The database at ${host} refused the user ${username}: check the name and password in DATABASE_URL.`;
  if (code === "3D000")
    return `There is no database ${pathname.slice(1)} at ${host}: create it or correct DATABASE_URL.`;
  return `The database at ${host} cannot be reached (${reasonOf(error)}): check that it runs and that DATABASE_URL is right.`;
}

/** Checks that a database of somebody's own is one that the service can live in; one sentence where it is not. */
export async function checkDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ version: number; name: string }>(
      "select current_setting('server_version_num')::int as version, current_setting('server_version') as name",
    );
    const [server] = rows;
    if (server && server.version < 150000)
      throw new CannotStart(`The database is PostgreSQL ${server.name}: the service needs PostgreSQL 15 or later.`);
    await checkRoles(client);
  }).catch((error) => {
    throw error instanceof CannotStart ? error : new CannotStart(sentenceFor(error, url));
  });
}

// A file is missing or cannot be read, or what stands in it is not what was written.
const isDamage = (error: unknown) => ["58030", "58P01", "XX001", "XX002"].includes(codeOf(error));

/** The database that DATABASE_URL names, checked; else the embedded one under DATA_DIR, found running or started. */
export async function openServiceDatabase(settings: Settings): Promise<ServiceDatabase> {
  if (settings.databaseUrl) {
    await checkDatabase(settings.databaseUrl);
    const nothing = () => undefined;
    const explain = (error: unknown) => error;
    return {
      url: settings.databaseUrl,
      adminUrl: null,
      explain,
      keepAlive: () => nothing,
      close: async () => undefined,
    };
  }
  const { url, adminUrl, directory, keepAlive, stop } = await startEmbeddedPostgres({ dataDir: settings.dataDir });
  const explain = (error: unknown) => (isDamage(error) ? damagedCluster(directory, reasonOf(error)) : error);
  return { url, adminUrl, explain, keepAlive, close: (options) => stop({ unlessUsed: !options?.evenIfUsed }) };
}

/** What the built programs need beside the environment that they inherit. */
export function serviceEnvironment(settings: Settings, databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    APP_MODE: settings.mode,
    PORT: String(settings.port),
    APP_ORIGIN: settings.origin ?? `http://localhost:${settings.port}`,
    // Live mode never comes here without its own: start has refused it before.
    SESSION_SECRET: settings.sessionSecret ?? keptSecret(settings.dataDir, "session-secret"),
  };
}

/**
 * For the command line: opens the service's database as start does, puts its address into this process's environment
 * for the time of the work, and stops an embedded server again if nobody else uses it.
 */
export async function withServiceDatabase<T>(work: () => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  const database = await openServiceDatabase(settings);
  try {
    Object.assign(process.env, serviceEnvironment(settings, database.url));
    return await work();
  } catch (error) {
    throw database.explain(error);
  } finally {
    await database.close();
  }
}
