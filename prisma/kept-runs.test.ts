import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CreatedDatabase } from "~/platform/create-database";
import { createTestDatabase } from "~/platform/create-test-database";

let database: CreatedDatabase;
let client: pg.Client;
const [programme, run, school] = [randomUUID(), randomUUID(), randomUUID()];

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`
    INSERT INTO councils VALUES ('001', 'Ashmere', 'North Vale');
    INSERT INTO schools (id, laestab, name, council_code, phase, type, mainstream) VALUES ('${school}', '0012001', 'Oak', '001', 'primary', 'CY', true);
    INSERT INTO programmes (id, name, template, measure, floor, latest_year, rule_years, concern_years, gap_policy, min_published_years,
        goal_value, goal_year, goal_kind, exit_years, cohort_size, smallest_council, priority_due_on, standard_due_on, grace_days, created_at)
      VALUES ('${programme}', 'P', 'primary', 'ks2-l4-em', 55, 2026, 1, 4, 'break', 1, 78, 2028, 'national', 1, 12, 5, '2027-02-26', '2027-03-26', 14, now());
    INSERT INTO identification_runs (id, programme_id, number, rule_version, rule, files, created_at)
      VALUES ('${run}', '${programme}', 1, 1, '{"floor": "55"}', '[]', now());
    UPDATE identification_runs SET files = '[{"id": 1}]' WHERE id = '${run}';
    INSERT INTO run_schools VALUES ('${run}', '${school}', '001', true, true, false, true, '{}', 'Below 55% in 2026: 54', -1);
    INSERT INTO run_councils VALUES ('${run}', '001', 1, 1, 1);
    UPDATE identification_runs SET state = 'proposed', flagged = 1, eligible = 1, schools_read = 1 WHERE id = '${run}'`);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** What a role is answered: the code of the error, or none. The last is the superuser, who bypasses every policy. */
async function answer(role: string | null, sql: string): Promise<string | undefined> {
  await client.query("BEGIN");
  try {
    if (role) await client.query(`SET LOCAL ROLE ${role}; SET LOCAL app.roles = '{admin}'`);
    await client.query(sql);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await client.query("ROLLBACK");
  }
}

const roles = ["action_plans_person", "action_plans_guest", "action_plans_system", null] as const;
const [RESTRICTED, DENIED] = ["23001", "42501"];

describe.each(roles)("a run that was finished, for %s", (role) => {
  it.each([
    "UPDATE run_schools SET flagged = false",
    "UPDATE run_schools SET sentence = 'Otherwise' WHERE false",
    "DELETE FROM run_schools",
    "TRUNCATE run_schools",
    "DELETE FROM run_councils",
    "UPDATE run_councils SET flagged = 0",
    "DELETE FROM identification_runs",
    `UPDATE identification_runs SET rule = '{"floor": "50"}'`,
    "UPDATE identification_runs SET rule_version = 2",
    "UPDATE identification_runs SET files = '[]'",
    "UPDATE identification_runs SET flagged = 0",
    "UPDATE identification_runs SET number = 2",
  ])("refuses %s", async (sql) => {
    expect([RESTRICTED, DENIED]).toContain(await answer(role, sql));
  });
});

it("goes on: its state, who moved it and the cohorts may change, and a published run stays so", async () => {
  for (const role of ["action_plans_person", "action_plans_system", null] as const) {
    expect(
      await answer(
        role,
        "UPDATE identification_runs SET state = 'confirmed', confirmed_at = now(), version = version + 1",
      ),
    ).toBeUndefined();
    expect(await answer(role, "UPDATE run_councils SET rank = 1, cohort = 'priority'")).toBeUndefined();
  }
  const published = "UPDATE identification_runs SET state = 'published', published_at = now();";
  expect(await answer(null, `${published} UPDATE identification_runs SET version = version + 1`)).toBeUndefined();
  expect(await answer(null, `${published} UPDATE identification_runs SET state = 'discarded'`)).toBe(RESTRICTED);
});

it("gets its schools from the job alone", async () => {
  const sql = `INSERT INTO run_schools VALUES ('${run}', '${school}', '001', true, true, false, true, '{}', 'Again', -1)`;
  expect(await answer("action_plans_person", sql)).toBe(DENIED);
  expect(await answer("action_plans_guest", sql)).toBe(DENIED);
});
