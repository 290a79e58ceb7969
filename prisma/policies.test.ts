import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CreatedDatabase } from "~/platform/create-database";
import { createTestDatabase } from "~/platform/create-test-database";
import { system } from "~/platform/actor";
import { asActorInBulk, closeDatabase } from "~/platform/db.server";
import { councilEscalationMachine } from "~workflows/council-escalation/machine";
import { schoolPlanMachine } from "~workflows/school-plan/machine";
import { supportRequestMachine } from "~workflows/support-request/machine";
import { supportSchoolMachine } from "~workflows/support-school/machine";
import { groundKeys, roles, sectionKeys } from "~workflows/school-plan/types";

let database: CreatedDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await closeDatabase();
  await client.end();
  await database.drop();
});

const rows = async <Row>(sql: string): Promise<Row[]> => (await client.query(sql)).rows as Row[];
const ourRoles = ["action_plans_connection", "action_plans_guest", "action_plans_person", "action_plans_system"];
// What no person ever reads or writes: the service alone does.
const ofTheSystemAlone = ["sign_in_attempts"];

describe("row-level security", () => {
  it("is on and forced on every table, each with a policy of its own beside the system's", async () => {
    const tables = await rows<{ name: string; on: boolean; forced: boolean; policies: number }>(`
      SELECT c.relname AS name, c.relrowsecurity AS on, c.relforcerowsecurity AS forced,
             (SELECT count(*)::int FROM pg_policies p
               WHERE p.schemaname = 'public' AND p.tablename = c.relname AND p.policyname <> 'system') AS policies
        FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`);
    expect(tables.length).toBeGreaterThan(25);
    expect(tables.filter(({ on, forced }) => !on || !forced)).toEqual([]);
    expect(tables.filter(({ policies }) => policies === 0).map(({ name }) => name)).toEqual(ofTheSystemAlone);
  });

  it("lets a connection of the application see and change nothing, in any table, until it says who asks", async () => {
    await client.query("INSERT INTO councils VALUES ('009', 'Dunmere', 'North Vale')");
    await client.query("BEGIN; SET LOCAL ROLE action_plans_connection");
    const tables = await rows<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
    );
    for (const { name } of tables) {
      expect(await rows(`SELECT * FROM "${name}" LIMIT 1`), name).toEqual([]);
      const writable = `SELECT 1 WHERE has_any_column_privilege('${name}', 'INSERT, UPDATE')
        OR has_table_privilege('${name}', 'DELETE, TRUNCATE')`;
      expect(await rows(writable), name).toEqual([]);
    }
    await client.query("ROLLBACK");
    expect(await rows("SELECT code FROM councils WHERE code = '009'")).toHaveLength(1);
    Object.assign(process.env, { DATABASE_URL: database.url, SESSION_SECRET: "only for this test: 0123456789abcdef" });
    const begunAs = await asActorInBulk(system("test"), async (bulk) => {
      await bulk.query("RESET ROLE");
      return (await bulk.query("SELECT current_user AS role")).rows as unknown;
    });
    expect(begunAs).toEqual([{ role: "action_plans_connection" }]);
  });

  it("binds the roles that the door takes: none bypasses it, owns a table or is a superuser", async () => {
    const found = await rows<{ name: string }>(`
      SELECT rolname AS name FROM pg_roles WHERE rolname LIKE 'action_plans_%' AND NOT rolbypassrls AND NOT rolsuper
         AND NOT rolcanlogin AND NOT EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid) ORDER BY rolname`);
    expect(found.map(({ name }) => name)).toEqual(ourRoles);
  });

  it("gives a person without a setting nothing of what is not public", async () => {
    await client.query("INSERT INTO councils VALUES ('001', 'Ashmere', 'North Vale')");
    await client.query("INSERT INTO people (email, name) VALUES ('a@council-001.example', 'Somebody')");
    await client.query("BEGIN; SET LOCAL ROLE action_plans_person");
    expect(await rows("SELECT id FROM people")).toEqual([]);
    expect(await rows("SELECT id FROM school_cases")).toEqual([]);
    expect(await rows("SELECT council_code FROM cohort_memberships")).toEqual([]);
    await client.query("ROLLBACK");
  });

  it("lets no role change or delete a row of the log", async () => {
    const allowed = await rows<{ role: string; on: string; what: string }>(`
      SELECT r.rolname AS role, t.name AS on, p.what FROM pg_roles r
        CROSS JOIN (VALUES ('events'), ('access_events'), ('checkpoints')) AS t (name)
        CROSS JOIN (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE')) AS p (what)
       WHERE r.rolname LIKE 'action_plans_%' AND has_table_privilege(r.rolname, t.name, p.what)`);
    expect(allowed).toEqual([]);
  });

  it("keeps every column with a date, a cohort or a working context from guests", async () => {
    const readable = await rows<{ column: string }>(`
      SELECT c.table_name || '.' || c.column_name AS column FROM information_schema.columns c
       WHERE c.table_schema = 'public' AND c.column_name ~ '(due|cohort|deadline|context|submitted_on)'
         AND c.table_name IN ('school_cases', 'programmes', 'cohort_memberships', 'identification_runs', 'extension_requests', 'events')
         AND has_column_privilege('action_plans_guest', c.table_name, c.column_name, 'SELECT')`);
    expect(readable).toEqual([]);
  });
});

/** The words that a column's check allows, read from the database. */
async function allowedWords(table: string, column: string): Promise<string[]> {
  const checks = await rows<{ text: string }>(`
    SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE contype = 'c' AND conrelid = '${table}'::regclass`);
  const check = checks.find(({ text }) => text.startsWith(`CHECK ((${column} = ANY`));
  return [...(check?.text.matchAll(/'(\w+)'::text/g) ?? [])].map(([, word = ""]) => word).sort();
}

const statesOf = (region: { states: object } | undefined) => Object.keys(region?.states ?? {}).sort();

describe("the words that the database allows", () => {
  it.each([
    ["school_cases", "plan_state", () => statesOf(schoolPlanMachine.states.plan)],
    ["school_cases", "deadline_state", () => statesOf(schoolPlanMachine.states.deadline)],
    ["council_escalations", "level", () => statesOf(councilEscalationMachine.states.level)],
    ["council_escalations", "step", () => statesOf(councilEscalationMachine.states.step)],
    ["support_schools", "state", () => statesOf(supportSchoolMachine).filter((state) => state !== "notProposed")],
    ["support_requests", "state", () => statesOf(supportRequestMachine).filter((state) => state !== "notAsked")],
    ["plan_sections", "key", () => [...sectionKeys].sort()],
    ["challenges", "ground", () => [...groundKeys].sort()],
    ["role_grants", "role", () => roles.filter((role) => role !== "system").sort()],
  ])("are those of the workflows: %s.%s", async (table, column, words) => {
    expect(await allowedWords(table, column)).toEqual(words());
  });
});
