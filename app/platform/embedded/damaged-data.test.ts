import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openServiceDatabase, type ServiceDatabase } from "../launch/open-service-database";
import { readSettings } from "../launch/read-settings";
import { findServer } from "./cluster";
import { withClient } from "./connect";
import { startEmbeddedPostgres } from "./embedded-postgres";

const sentence = /^The database's folder .*postgres is damaged \(.+\): restore it from a backup, or move DATA_DIR away/;
let dataDir: string;
let cluster: string;
const places = { database: "", table: "" };

// Copied with its owner: PostgreSQL's account, not ours, where the tests run as root.
const copy = (from: string, to: string) => execFileSync("cp", ["-a", from, to]);

/** A cluster with a table of one row, stopped, and its files kept aside to begin each test with. */
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "action-plans-damaged-"));
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, throwAway: true });
  cluster = server.directory;
  await withClient(server.url, async (client) => {
    await client.query("create table kept as select 1 as id");
    const found = await client.query<{ table: string; database: string }>(
      `select pg_relation_filepath('kept') as table, 'base/' || oid as database from pg_database where datname = current_database()`,
    );
    Object.assign(places, found.rows[0]);
  });
  await server.stop();
  copy(cluster, `${cluster}.kept`);
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function restore(): void {
  rmSync(cluster, { recursive: true, force: true });
  copy(`${cluster}.kept`, cluster);
}

const open = (): Promise<ServiceDatabase> => openServiceDatabase(readSettings({ DATA_DIR: dataDir }));

describe.skipIf(process.platform === "win32")("a DATA_DIR that is damaged", () => {
  it.each([
    ["lost every database", () => path.join(cluster, "base")],
    ["lost the service's database", () => path.join(cluster, places.database)],
  ])("because it %s is refused with what to do, and no server stays behind", async (_, what) => {
    restore();
    rmSync(what(), { recursive: true });
    await expect(open()).rejects.toThrow(sentence);
    expect(findServer(cluster)).toBeNull();
  });

  it("because its password is another one is refused with what to do, and no server stays behind", async () => {
    restore();
    const file = path.join(dataDir, "postgres.json");
    const record = readFileSync(file, "utf8");
    writeFileSync(file, record.replace(/"password": "[^"]*"/, '"password": "another"'));
    await expect(open()).rejects.toThrow(sentence);
    expect(findServer(cluster)).toBeNull();
    writeFileSync(file, record);
  });

  it("because it lost a table's file says so when the table is read", async () => {
    restore();
    rmSync(path.join(cluster, places.table));
    const database = await open();
    const read = withClient(database.url, (client) => client.query("select * from kept"));
    const error: unknown = await read.catch((found: unknown) => found);
    await database.close();
    expect(database.explain(error)).toHaveProperty("message", expect.stringMatching(sentence));
    expect(database.explain(new Error("something else"))).toHaveProperty("message", "something else");
  });
});
