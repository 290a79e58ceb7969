import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CreatedDatabase } from "~/platform/create-database";
import { createTestDatabase } from "~/platform/create-test-database";
import { withClient } from "~/platform/embedded/connect";
import { findDrift } from "./drift";

const schema = readFileSync(new URL("./schema.prisma", import.meta.url), "utf8");

describe("drift of the migrations against schema.prisma", () => {
  let database: CreatedDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("finds none between prisma/migrations and prisma/schema.prisma", async () => {
    expect(await findDrift({ url: database.url, schema })).toBe("");
  });

  it("names a model that no migration makes", async () => {
    const changed = `${schema}\nmodel Invented {\n  id Int @id\n  @@map("invented")\n}\n`;
    expect(await findDrift({ url: database.url, schema: changed })).toMatch(/Added tables\s+- invented/);
  });

  it("names a column whose type differs", async () => {
    const changed = schema.replace(/^(model Person \{[^}]*?\n {2}name\s+)String/m, "$1Int");
    expect(changed).not.toBe(schema);
    expect(await findDrift({ url: database.url, schema: changed })).toMatch(
      /people[\s\S]*Column `name` would be dropped and recreated/,
    );
  });

  it("names what is in the database alone", async () => {
    const other = await createTestDatabase();
    await withClient(other.url, (client) => client.query("create table forgotten (id int primary key)"));
    expect(await findDrift({ url: other.url, schema })).toMatch(/Removed tables\s+- forgotten/);
    await other.drop();
  });
});
