import { createRequire } from "node:module";
import { buildService } from "./build-service";
import { CannotStart } from "./cannot-start";
import { openServiceDatabase, type ServiceDatabase, serviceEnvironment } from "./open-service-database";
import { fillWithDemonstration, hasAdmin, migrateDatabase, refuseDemonstration } from "./prepare-database";
import { readSettings, requireLiveSettings, type Settings } from "./read-settings";
import { requestToStop } from "./request-to-stop";
import { type Program, supervise } from "./supervise";
import { requireFreePort, waitUntilServing } from "./wait-until-serving";

// A server drains its requests in this time; what is left of the ten seconds of a polite stop is PostgreSQL's.
const GRACE = 8_000;

function productionPrograms(env: NodeJS.ProcessEnv): Program[] {
  return [
    { name: "web server", args: ["build/server/server.js"], env },
    { name: "worker", args: ["build/server/worker.js"], env },
  ];
}

function developmentPrograms(env: NodeJS.ProcessEnv): Program[] {
  const watch = [createRequire(import.meta.url).resolve("tsx/cli"), "watch", "--clear-screen=false"];
  return [
    { name: "web server", args: [...watch, "app/platform/dev-server.ts"], env },
    { name: "worker", args: [...watch, "app/platform/worker.ts"], env },
  ];
}

async function refuseUnreadyLive(settings: Settings): Promise<void> {
  if (settings.mode !== "live") return;
  const complete = settings.databaseUrl && settings.sessionSecret && settings.origin;
  // Where all is set but the admin, the database is migrated first, so that admin:create finds its tables.
  if (complete) return;
  if (!settings.databaseUrl) return requireLiveSettings(settings, null);
  const database = await openServiceDatabase(settings);
  requireLiveSettings(settings, await hasAdmin(database.url));
}

async function prepare(settings: Settings, database: ServiceDatabase): Promise<void> {
  await migrateDatabase(database.url);
  if (settings.mode === "live") {
    await refuseDemonstration(database.url);
    return requireLiveSettings(settings, await hasAdmin(database.url));
  }
  await fillWithDemonstration(database);
}

async function announce(settings: Settings, development: boolean): Promise<void> {
  console.log(`\nSchool action plans is at ${settings.origin ?? `http://localhost:${settings.port}`}`);
  if (settings.mode === "live") return;
  const { demonstrationAccounts, demonstrationPassword } = await import("../../../prisma/scenarios/accounts");
  const rows = demonstrationAccounts.map(({ email, role, councilCode, name }) => [
    email,
    demonstrationPassword,
    councilCode ? `${role}, council ${councilCode}` : role,
    name,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log("\nDemonstration accounts (email, password, role, name):");
  for (const row of rows) console.log(`  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")}`);
  console.log(development ? "\nChanges to the code show at once. Ctrl-C stops it." : "\nCtrl-C stops it.");
}

/** Starts the service and runs it until it is asked to stop. Returns the exit code. */
export async function startService({ development }: { development: boolean }): Promise<number> {
  const settings = readSettings(process.env);
  await requireFreePort(settings.port, development ? "npm run dev" : "npm start");
  await refuseUnreadyLive(settings);
  const stopped = requestToStop();
  const database = await openServiceDatabase(settings);
  let interrupted = false;
  try {
    const env = {
      ...process.env,
      ...serviceEnvironment(settings, database.url),
      NODE_ENV: development ? ("development" as const) : ("production" as const),
    };
    // What is imported from here on, the demonstration's scenarios for one, reads the same environment.
    Object.assign(process.env, env);
    if (!development) buildService();
    const prepared = prepare(settings, database).catch((error) => {
      throw database.explain(error);
    });
    interrupted = await Promise.race([prepared.then(() => false), stopped.then(() => true)]);
    if (interrupted) return 0;
    const programs = supervise(development ? developmentPrograms(env) : productionPrograms(env));
    const rest = database.keepAlive();
    try {
      const failure = await Promise.race([programs.gaveUp, stopped, waitUntilServing(settings.port)]);
      if (failure instanceof CannotStart) throw failure;
      await Promise.race([stopped, announce(settings, development)]);
      const end = await Promise.race([programs.gaveUp, stopped]);
      if (end instanceof CannotStart) throw end;
      return 0;
    } finally {
      rest();
      await programs.stop(GRACE);
    }
  } finally {
    // Work that was interrupted half-way still holds connections of our own.
    await database.close({ evenIfUsed: interrupted });
  }
}
