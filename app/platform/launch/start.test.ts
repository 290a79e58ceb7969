import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CreatedDatabase } from "../create-database";
import { createTestDatabase } from "../create-test-database";
import { findFreePort } from "../embedded/free-port";
import { bareEnvironment } from "./bare-environment";

const root = path.resolve(import.meta.dirname, "../../..");
const SECRET = "only for this test: 0123456789abcdef";
const ORIGIN = "https://plans.example.gov.uk";

let dataDir: string;
let database: CreatedDatabase;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "start-"));
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

type Answer = { code: number | null; out: string; err: string };

/** What `npm start` answers where it does not come to serve: the same program, with nothing set but what is given. */
async function start(env: Record<string, string>): Promise<Answer> {
  const all = bareEnvironment({ DATA_DIR: dataDir, PORT: String(await findFreePort()), ...env });
  return new Promise((resolve) =>
    execFile(process.execPath, ["app/platform/start.mjs"], { cwd: root, env: all }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  );
}
const live = { APP_MODE: "live", SESSION_SECRET: SECRET, APP_ORIGIN: ORIGIN };

describe("a start that cannot be", { timeout: 60_000 }, () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ["SESSION_SECRET", { APP_ORIGIN: ORIGIN }, /SESSION_SECRET \(/],
    ["APP_ORIGIN", { SESSION_SECRET: SECRET }, /APP_ORIGIN \(/],
  ])("in live mode names %s where that is missing", async (_, set, named) => {
    const { code, out, err } = await start({ APP_MODE: "live", DATABASE_URL: database.url, ...set });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^Live mode cannot start without [^\n]*\.\n$/);
    expect(err).toMatch(named);
    expect(err).toContain("the first admin (run npm run admin:create");
    expect(err).not.toContain("DATABASE_URL (");
  });

  it("in live mode names DATABASE_URL where that is missing, and starts no server of its own", async () => {
    const { code, err } = await start(live);
    expect(code).toBe(1);
    expect(err).toMatch(/^Live mode cannot start without DATABASE_URL \([^\n]*\.\n$/);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it("says which port is in use, and names another", async () => {
    const other = createServer().listen(0);
    const port = (other.address() as { port: number }).port;
    const { code, out, err } = await start({ PORT: String(port) });
    other.close();
    expect([code, out]).toEqual([1, ""]);
    expect(err).toBe(
      `Port ${port} is in use: stop the other program or choose a port, for example PORT=${port + 1} npm start.\n`,
    );
  });

  it("says that a database cannot be reached, and shows no password", async () => {
    const port = await findFreePort();
    const { code, err } = await start({ DATABASE_URL: `postgres://plans:hidden@127.0.0.1:${port}/plans` });
    expect(code).toBe(1);
    expect(err).toMatch(/^The database at 127\.0\.0\.1:\d+ cannot be reached \([^\n]*\): check that it runs[^\n]*\n$/);
    expect(err).not.toContain("hidden");
  });

  it("says that there is no such database, and whose password is wrong", async () => {
    const url = new URL(database.url);
    url.pathname = "/there_is_none";
    expect((await start({ DATABASE_URL: url.href })).err).toMatch(/^There is no database there_is_none at /);
    url.username = "nobody_of_this_name";
    expect((await start({ DATABASE_URL: url.href })).err).toMatch(
      /^The database at [^ ]* refused the user nobody_of_this_name/,
    );
  });
});
