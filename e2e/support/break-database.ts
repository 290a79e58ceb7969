import { createDatabase } from "../../app/platform/create-database";
import { withClient } from "../../app/platform/embedded/connect";
import { startServer } from "./start-programs";
import { FROZEN, world } from "./world";

export type BreakableService = {
  baseURL: string;
  /** Every line that the server has logged. */
  log: string[];
  /** Takes a table away, as a migration that went wrong would, until what is returned is called. */
  takeAway: (table: string) => Promise<() => Promise<void>>;
  stop: () => Promise<void>;
};

/** A server of its own on a copy of the demonstration, in whose database something can be broken. */
export async function startBreakable(): Promise<BreakableService> {
  const { databaseUrl: adminUrl, untouchedUrl, directory } = world();
  const database = await createDatabase({ adminUrl, template: new URL(untouchedUrl).pathname.slice(1) });
  const run = (sql: string) => withClient(database.url, async (client) => void (await client.query(sql)));
  const log: string[] = [];
  const onLog = (line: string) => void log.push(line);
  const started = { databaseUrl: database.url, directory, name: "breakable", instant: FROZEN, onLog };
  const server = await startServer(started).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  return {
    baseURL: server.baseURL,
    log,
    takeAway: async (table) => {
      await run(`ALTER TABLE ${table} RENAME TO taken_away`);
      return () => run(`ALTER TABLE taken_away RENAME TO ${table}`);
    },
    stop: async () => {
      await server.stop();
      await database.drop();
    },
  };
}
