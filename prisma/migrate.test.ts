import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { type CreatedDatabase, createDatabase } from "~/platform/create-database";
import { withClient } from "~/platform/embedded/connect";
import { type Migration, migrate, pendingMigrations, readMigrations } from "./migrate";

const first: Migration = {
  name: "20260101000000_first",
  sql: "create table one (id int); insert into one values (1);",
};
const second: Migration = { name: "20260102000000_second", sql: "create table two (id int);" };

describe("migrate", () => {
  let database: CreatedDatabase;
  beforeEach(async () => {
    database = await createDatabase({ adminUrl: inject("testDatabases").adminUrl });
  });
  afterEach(() => database.drop());

  const rows = (sql: string) => withClient(database.url, async (client) => (await client.query(sql)).rows);

  it("applies what is missing, in order, and nothing at the second time", async () => {
    const { url } = database;
    expect(await migrate({ url, migrations: [first] })).toEqual({ applied: [first.name] });
    expect(await migrate({ url, migrations: [first, second] })).toEqual({ applied: [second.name] });
    expect(await migrate({ url, migrations: [first, second] })).toEqual({ applied: [] });
    expect(await rows("select * from one")).toEqual([{ id: 1 }]);
  });

  it("keeps Prisma's history: sha256 of the file, one step, finished", async () => {
    await migrate({ url: database.url, migrations: [second] });
    expect(
      await rows(
        "select migration_name, checksum, applied_steps_count, finished_at is not null as finished from _prisma_migrations",
      ),
    ).toEqual([
      {
        migration_name: second.name,
        checksum: "711b5c2a8e96a85a670538d8d34efbf025750b64aa67113651fd051dc67a3715",
        applied_steps_count: 1,
        finished: true,
      },
    ]);
  });

  it("makes the job queue's tables", async () => {
    await migrate({ url: database.url, migrations: [] });
    expect(await rows("select to_regclass('graphile_worker.jobs') is not null as made")).toEqual([{ made: true }]);
  });

  it("undoes a migration that fails half-way, whole, and names it", async () => {
    const broken = { name: "20260103000000_broken", sql: "create table three (id int); select nothing from nowhere;" };
    await expect(migrate({ url: database.url, migrations: [first, broken] })).rejects.toThrow(
      /The migration 20260103000000_broken could not be applied and was undone whole: relation "nowhere" does not exist/,
    );
    expect(await rows("select to_regclass('one') is null as one, to_regclass('three') is null as three")).toEqual([
      { one: false, three: true },
    ]);
    expect(await rows("select migration_name from _prisma_migrations")).toEqual([{ migration_name: first.name }]);
  });

  it("refuses a file that changed after it was applied", async () => {
    await migrate({ url: database.url, migrations: [first] });
    const changed = { ...first, sql: `${first.sql} -- and a word more` };
    await expect(migrate({ url: database.url, migrations: [changed] })).rejects.toThrow(
      /20260101000000_first was changed after it was applied/,
    );
  });

  it("lets one of many processes work while the others wait", async () => {
    const { url } = database;
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => migrate({ url, migrations: [first, second] })));
    expect(all.flatMap(({ applied }) => applied).sort()).toEqual([first.name, second.name]);
  });
});

describe("pendingMigrations", () => {
  it("refuses a migration that began and did not finish", () => {
    const recorded = [{ name: first.name, checksum: "", finished: false }];
    expect(() => pendingMigrations([first], recorded)).toThrow(/first began in this database and did not finish/);
  });

  it("refuses a database of a later version of the service", () => {
    const recorded = [{ name: "20990101000000_later", checksum: "", finished: true }];
    expect(() => pendingMigrations([first], recorded)).toThrow(
      /20990101000000_later, which this version .* does not know/,
    );
  });

  it("takes a file with Windows line ends for the same file", () => {
    const checksum = "711b5c2a8e96a85a670538d8d34efbf025750b64aa67113651fd051dc67a3715";
    const there = [{ name: "a", checksum, finished: true }];
    expect(pendingMigrations([{ name: "a", sql: second.sql }], there)).toEqual([]);
  });

  it("reads prisma/migrations in the order of the names", () => {
    const names = readMigrations().map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...names].sort());
  });
});
