import type { TestProject } from "vitest/node";
import { migrate } from "../../prisma/migrate";
import { withClient, withDatabase } from "./embedded/connect";
import { startThrowAwayPostgres } from "./embedded/throw-away-postgres";

declare module "vitest" {
  interface ProvidedContext {
    testDatabases: { adminUrl: string; template: string };
  }
}

const TEMPLATE = "migrated";

/** Starts one throw-away cluster for the whole run, with a migrated database to copy; stops it at the end. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { adminUrl, stop } = await startThrowAwayPostgres();
  try {
    await withClient(adminUrl, (client) => client.query(`create database ${TEMPLATE}`));
    await migrate({ url: withDatabase(adminUrl, TEMPLATE) });
    // A template that somebody is connected to cannot be copied.
    await withClient(adminUrl, (client) => client.query(`alter database ${TEMPLATE} allow_connections false`));
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("testDatabases", { adminUrl, template: TEMPLATE });
  return stop;
}
