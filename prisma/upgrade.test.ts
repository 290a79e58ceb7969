import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDatabase } from "~/platform/launch/open-service-database";
import { withClient, withDatabase } from "~/platform/embedded/connect";
import { startThrowAwayPostgres } from "~/platform/embedded/throw-away-postgres";
import { migrate, readMigrations } from "./migrate";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const [admin, head, closed, open, programme, run, first, second, caseId] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(id);

// One of each that a later migration moves or works out anew, as the first release stored them.
const filled = `
  INSERT INTO councils (code, name, region) VALUES ('001', 'Ashmere', 'North Vale'), ('002', 'Brackenfold', 'North Vale');
  INSERT INTO people (id, email, name) VALUES
    ('${admin}', 'admin@department.example', 'An Admin'), ('${head}', 'head@school.example', 'A Head');
  INSERT INTO schools (id, laestab, name, council_code, phase, type, mainstream, closed_on, details_year) VALUES
    ('${closed}', '0012001', 'Closed by an admin', '001', 'primary', 'CY', true, '2026-08-31', 2026),
    ('${open}', '0022001', 'Open', '002', 'primary', 'CY', true, NULL, 2025);
  INSERT INTO role_grants (person_id, role, council_code, school_id) VALUES
    ('${admin}', 'admin', NULL, NULL), ('${head}', 'headteacher', '001', '${closed}');
  INSERT INTO results_files (id, filename, checksum, size, uploaded_at, state, taken_over_at) VALUES
    ('${second}', 'b.csv', repeat('b', 64), 1, '2026-10-02', 'takenOver', '2026-10-02'),
    ('${first}', 'a.csv', repeat('a', 64), 1, '2026-10-01', 'takenOver', '2026-10-01'),
    ('${id(20)}', 'c.csv', repeat('c', 64), 1, '2026-10-03', 'checked', NULL);
  INSERT INTO results (school_id, measure, year, file_id, value) VALUES
    ('${closed}', 'ks2-rwm-expected', 2026, '${second}', 40), ('${open}', 'ks2-rwm-expected', 2026, '${second}', 60);
  INSERT INTO programmes (id, name, template, measure, floor, latest_year, rule_years, concern_years, gap_policy,
      min_published_years, goal_value, goal_year, goal_kind, exit_years, cohort_size, smallest_council, priority_due_on,
      standard_due_on, grace_days, created_at, state) VALUES
    ('${programme}', 'Primary 2026', 'primary', 'ks2-rwm-expected', 55, 2026, 1, 1, 'break', 1, 60, 2028, 'ks2', 1, 1, 1,
     '2027-02-26', '2027-03-31', 5, '2026-10-04', 'published');
  INSERT INTO identification_runs (id, programme_id, number, rule_version, rule, files, created_at, state) VALUES
    ('${run}', '${programme}', 1, 1, '{}', '[]', '2026-10-04', 'published');
  INSERT INTO run_schools (run_id, school_id, council_code, eligible, flagged, first_concern, boundary, "values", sentence)
    VALUES ('${run}', '${closed}', '001', true, true, true, false, '[]', 'Below 55%');
  INSERT INTO run_councils (run_id, council_code, eligible, flagged, proportion) VALUES ('${run}', '001', 1, 1, 1);
  INSERT INTO school_cases (id, programme_id, school_id, council_code, run_id, plan_state, deadline_state, context,
      machine_version, due_on, first_due_on, created_at, updated_at) VALUES
    ('${caseId}', '${programme}', '${closed}', '001', '${run}', 'identified', 'notDue', '{}', 1, '2027-03-31',
     '2027-03-31', '2026-10-05T23:30:00Z', '2026-10-05');`;

/** The migrations up to one, as a release of that day had them. */
const releasedUpTo = (last: string) => readMigrations().filter(({ name }) => name <= last);

describe.each(["createrole", "superuser"])(
  "a database that was filled before, owned by a user with %s",
  (attribute) => {
    // Roles belong to the whole server: each kind of user makes them on one of its own.
    let cluster: Awaited<ReturnType<typeof startThrowAwayPostgres>>;
    let url: string;
    const asSystem = <T extends Record<string, unknown>>(query: string) =>
      withClient(url, async (client) => {
        await client.query("set role action_plans_system");
        return (await client.query<T>(query)).rows;
      });

    beforeAll(async () => {
      cluster = await startThrowAwayPostgres();
      await withClient(cluster.adminUrl, async (client) => {
        await client.query(`create role keeper login password 'only for this test' ${attribute}`);
        await client.query("create database kept owner keeper");
      });
      const address = new URL(withDatabase(cluster.adminUrl, "kept"));
      Object.assign(address, { username: "keeper", password: "only for this test" });
      url = address.href;
      await checkDatabase(url);
      await migrate({ url, migrations: releasedUpTo("20261124090000_advice") });
      await asSystem(filled);
      await migrate({ url, migrations: releasedUpTo("20261124160000_statistics") });
      await asSystem(
        `INSERT INTO statistics_counts (run_id, council_code, cell, year, value, counted_at)
       VALUES ('${run}', '001', 'eligible', 2026, 1, '2026-11-01')`,
      );
      await migrate({ url });
    });
    afterAll(() => cluster.stop());

    it("has its files in the order in which they were taken over", async () => {
      expect(await asSystem("SELECT filename, taken_over_nth, kind FROM results_files ORDER BY filename")).toEqual([
        { filename: "a.csv", taken_over_nth: 1, kind: "results" },
        { filename: "b.csv", taken_over_nth: 2, kind: "results" },
        { filename: "c.csv", taken_over_nth: null, kind: "results" },
      ]);
    });

    it("keeps that an admin closed a school, and how new the details of each are", async () => {
      const columns = ["closed_by_admin_on", "closed_on", "details_on"].map((column) => `${column}::text`).join(", ");
      expect(await asSystem(`SELECT ${columns} FROM schools ORDER BY laestab`)).toEqual([
        { closed_by_admin_on: "2026-08-31", closed_on: null, details_on: "2026-08-31" },
        { closed_by_admin_on: null, closed_on: null, details_on: "2025-08-31" },
      ]);
    });

    it("has the averages of what it stores", async () => {
      const averages = "SELECT scope, code, mean::float, schools FROM measure_averages ORDER BY scope, code";
      expect(await asSystem(averages)).toEqual([
        { scope: "council", code: "001", mean: 40, schools: 1 },
        { scope: "council", code: "002", mean: 60, schools: 1 },
        { scope: "national", code: "", mean: 50, schools: 2 },
        { scope: "region", code: "North Vale", mean: 50, schools: 2 },
      ]);
    });

    it("keeps a head's case open to them, told on the day it was in England", async () => {
      expect(await asSystem("SELECT case_id, told_on::text, how FROM head_tellings")).toEqual([
        { case_id: caseId, told_on: "2026-10-06", how: "earlier" },
      ]);
    });

    it("counts again what was counted of no known state", async () => {
      const stale = `SELECT count(*)::int FROM statistics_counts s JOIN stored_version v ON v.version = s.stored_version`;
      expect(await asSystem(stale)).toEqual([{ count: 0 }]);
      expect(await asSystem("SELECT count(*)::int FROM statistics_counts")).toEqual([{ count: 1 }]);
    });

    it("has every migration, and none to apply", async () => {
      expect(await migrate({ url })).toEqual({ applied: [] });
    });
  },
);
