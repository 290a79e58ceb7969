import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "../actor";
import { asActor, closeDatabase } from "../db.server";
import type { EmbeddedPostgres } from "../embedded/embedded-postgres";
import { withClient, withDatabase } from "../embedded/connect";
import { startThrowAwayPostgres } from "../embedded/throw-away-postgres";
import { migrate } from "../../../prisma/migrate";
import { checkDatabase } from "./open-service-database";

// A server of its own: roles belong to the whole server, and the tests' shared one has them already.
let cluster: Pick<EmbeddedPostgres, "adminUrl" | "stop">;
beforeAll(async () => (cluster = await startThrowAwayPostgres()));
afterAll(async () => {
  await closeDatabase();
  await cluster.stop();
});

/** A user of an operator's own server, with a database that belongs to it. */
async function makeUser(name: string, attributes = ""): Promise<string> {
  await withClient(cluster.adminUrl, async (client) => {
    await client.query(`create role ${name} login password 'only for this test' ${attributes}`);
    await client.query(`create database ${name} owner ${name}`);
  });
  const url = new URL(withDatabase(cluster.adminUrl, name));
  url.username = name;
  url.password = "only for this test";
  return url.href;
}

describe("a user of DATABASE_URL who is no superuser", () => {
  it("may not make roles: is told to have them made", async () => {
    const url = await makeUser("plain");
    await expect(checkDatabase(url)).rejects.toThrow(
      /^The user in DATABASE_URL may not make the roles action_plans_connection, .*: give it CREATEROLE, or make them and grant them to it\.$/,
    );
  });

  it("may make roles: makes them, acts as each, and the service works", async () => {
    const url = await makeUser("maker", "createrole");
    await checkDatabase(url);
    const { applied } = await migrate({ url });
    expect(applied.length).toBeGreaterThan(10);
    expect(await migrate({ url })).toEqual({ applied: [] });
    Object.assign(process.env, { DATABASE_URL: url, SESSION_SECRET: "only for this test: 0123456789abcdef" });
    await asActor(system("test"), (tx) =>
      tx.council.create({ data: { code: "001", name: "Ashmere", region: "North Vale" } }),
    );
    expect(await asActor(system("test"), (tx) => tx.council.count())).toBe(1);
  });

  it("finds roles that somebody else made: is told to have them granted, and works once they are", async () => {
    const url = await makeUser("second", "createrole");
    const sentence =
      /^The user in DATABASE_URL may not act as the roles action_plans_connection, .*, which somebody else made: have an admin of PostgreSQL grant them to it\.$/;
    await expect(checkDatabase(url)).rejects.toThrow(sentence);
    await expect(migrate({ url })).rejects.toThrow(sentence);
    await withClient(cluster.adminUrl, (client) =>
      client.query(
        "grant action_plans_connection, action_plans_person, action_plans_guest, action_plans_system to second",
      ),
    );
    await checkDatabase(url);
    await migrate({ url });
  });
});
