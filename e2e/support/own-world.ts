import { createDatabase } from "../../app/platform/create-database";
import { closeDatabase } from "../../app/platform/db.server";
import { loadReference } from "../../prisma/load-reference";
import { migrate } from "../../prisma/migrate";
import { addFirstAdmin, addSomebody } from "../../prisma/scenarios/people";
import { startServer, startWorker } from "./start-programs";
import { test as base } from "./test";
import { FROZEN, publishWorld, world } from "./world";

const reviewer = { name: "Helena Marshwick", email: "helena.marshwick@department.example" };

type OwnWorld = { startWorker: () => { stop: () => Promise<void> } };

/**
 * For tests whose figures are those of a whole country: a service as it is installed, with England's councils, one admin,
 * one reviewer and no schools, on a database and a server that no other spec shares. Its worker starts when the test
 * says so; until then work waits for its turn.
 */
export const test = base.extend<{ startWork: () => void }, { worldOf: string; ownWorld: OwnWorld }>({
  // Playwright keeps a worker, and with it this world, for tests of one value: each spec gives its own.
  worldOf: ["", { scope: "worker", option: true }],
  ownWorld: [
    async ({ worldOf }, give, { workerIndex }) => {
      if (!worldOf) throw new Error('Say whose world it is: test.use({ worldOf: "the spec’s name" }).');
      const shared = world();
      const database = await createDatabase({ adminUrl: shared.databaseUrl });
      const place = { databaseUrl: database.url, directory: shared.directory, instant: FROZEN };
      const running: { stop: () => Promise<void> }[] = [];
      // Playwright gives tests with a fixture of this scope a process of their own, so that nothing here has asked for
      // the database yet and no other spec will.
      process.env.DATABASE_URL = database.url;
      try {
        await migrate({ url: database.url });
        await loadReference({ url: database.url });
        const now = new Date(FROZEN);
        const admin = await addFirstAdmin(now);
        await addSomebody({ ...reviewer, choice: { role: "reviewer" } }, { admin, now });
        const server = await startServer({ ...place, name: `own-server-${workerIndex}` });
        running.push(server);
        publishWorld({ ...shared, baseURL: server.baseURL, databaseUrl: database.url });
        await give({ startWorker: () => startWorker({ ...place, name: `own-worker-${workerIndex}` }) });
      } finally {
        await Promise.all(running.map((program) => program.stop()));
        await closeDatabase();
        await database.drop();
      }
    },
    { scope: "worker", auto: true, timeout: 60_000 },
  ],
  startWork: async ({ ownWorld }, give) => {
    let worker: ReturnType<OwnWorld["startWorker"]> | undefined;
    await give(() => void (worker ??= ownWorld.startWorker()));
    await worker?.stop();
  },
});
