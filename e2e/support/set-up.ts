import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type CreatedDatabase, createDatabase } from "../../app/platform/create-database";
import { startThrowAwayPostgres } from "../../app/platform/embedded/throw-away-postgres";
import { migrate } from "../../prisma/migrate";
import { startServer, startWorker } from "./start-programs";
import { FROZEN, publishWorld, TODAY } from "./world";

/** The cluster that `npm test` started, else one of our own. */
async function findCluster() {
  const given = process.env.E2E_DATABASE_URL;
  return given ? { adminUrl: given, stop: async () => undefined } : startThrowAwayPostgres();
}

/**
 * Before all tests: a database of its own, filled with the demonstration of a fixed day and with schools for the tests
 * to take, and the built server and worker on it with a clock that stands still. Returns what takes all of it away.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const directory = mkdtempSync(path.join(tmpdir(), "action-plans-e2e-"));
  const claims = path.join(directory, "claims");
  mkdirSync(claims);
  const cluster = await findCluster();
  const database = await createDatabase({ adminUrl: cluster.adminUrl });
  const databaseUrl = database.url;
  Object.assign(process.env, { DATABASE_URL: databaseUrl, SESSION_SECRET: "only for tests: 0123456789abcdef" });
  const running: { stop: () => Promise<void> }[] = [];
  const copies: CreatedDatabase[] = [];
  const takeAway = async () => {
    await Promise.all(running.map((program) => program.stop()));
    await Promise.all([database, ...copies].map((one) => one.drop()));
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await migrate({ url: databaseUrl });
    // Imported now that the environment names the database.
    const [{ seedDemonstration }, { addTestSchools }] = await Promise.all([
      import("../../prisma/seed"),
      import("./add-test-schools"),
    ]);
    await seedDemonstration({ databaseUrl, today: TODAY });
    const programmeId = await addTestSchools();
    const untouched = await createDatabase({
      adminUrl: cluster.adminUrl,
      template: new URL(databaseUrl).pathname.slice(1),
    });
    copies.push(untouched);
    const server = await startServer({ databaseUrl, directory, name: "server", instant: FROZEN });
    running.push(server, startWorker({ databaseUrl, directory, name: "worker", instant: FROZEN }));
    publishWorld({
      baseURL: server.baseURL,
      databaseUrl,
      untouchedUrl: untouched.url,
      directory,
      claims,
      programmeId,
    });
  } catch (error) {
    await takeAway();
    throw error;
  }
  return takeAway;
}
