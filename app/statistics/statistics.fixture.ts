import { randomUUID } from "node:crypto";
import type pg from "pg";
import { noon } from "~/identification/results-database.fixture";
import { runIdentification } from "~/identification/run-identification.server";
import type { PersonActor } from "~/platform/actor";

export const measure = "ks2-l4-em";

/** Councils by region: six in the north, two in the moors, five at the coast. */
export const regions: Record<string, string[]> = {
  "North Vale": ["001", "002", "003", "004", "005", "006"],
  "Two Moors": ["011", "012"],
  "Far Coast": ["021", "022", "023", "024", "025"],
};

/** Somebody who works for these councils. */
export const officerOf = (...councils: string[]): PersonActor => ({
  kind: "person",
  personId: randomUUID(),
  name: "Officer",
  email: "officer@council-001.example",
  roles: councils.map((councilCode) => ({ role: "officer", councilCode, schoolId: null })),
});

/**
 * Fills the councils' region with schools and four years of results by one statement, deterministic: 24 schools a
 * council, values that spread from 45 to 75, one in nineteen suppressed, a special school and one that was converted.
 */
export async function fillCountry(client: pg.Client): Promise<void> {
  const fileId = randomUUID();
  await client.query(
    "INSERT INTO results_files (id, filename, checksum, size, state, uploaded_at, taken_over_at) VALUES ($1, 'f', $2, 1, 'takenOver', $3, $3)",
    [fileId, "0".repeat(64), noon],
  );
  for (const [region, codes] of Object.entries(regions))
    await client.query(
      `INSERT INTO councils (code, name, region) SELECT c, 'Council ' || c, $2 FROM unnest($1::text[]) c
       ON CONFLICT (code) DO UPDATE SET region = excluded.region`,
      [codes, region],
    );
  await client.query(`
    INSERT INTO schools (urn, laestab, name, council_code, phase, type, mainstream)
    SELECT (900000 + row_number() OVER (ORDER BY c.code, n))::text, c.code || lpad((2000 + n)::text, 4, '0'), 'Oak ' || n, c.code,
           'primary', CASE n WHEN 24 THEN 'Special' ELSE 'Community' END, n <> 24
      FROM councils c CROSS JOIN generate_series(1, 24) n`);
  // In each council the second school continues the first, and both have results of the same years.
  await client.query(`
    UPDATE schools s SET predecessor_id = p.id FROM schools p
     WHERE p.council_code = s.council_code AND s.name = 'Oak 2' AND p.name = 'Oak 1'`);
  await client.query(
    `INSERT INTO results (school_id, measure, year, value, code, file_id)
     SELECT id, $1, y, CASE WHEN gap THEN NULL ELSE 45 + abs(hashtext(laestab || y)) % 3001 / 100.0 END, CASE WHEN gap THEN 'SUPP' END, $2
       FROM schools CROSS JOIN generate_series(2023, 2026) y, LATERAL (SELECT abs(hashtext(y || laestab)) % 19 = 0 AS gap) g`,
    [measure, fileId],
  );
}

/** A published run of a rule of so many years, through the job that finds it. */
export async function publishedRun(
  client: pg.Client,
  { ruleYears, publishedAt, programme }: { ruleYears: number; publishedAt: Date; programme?: string },
): Promise<{ programmeId: string; runId: string }> {
  const [programmeId, runId] = [programme ?? randomUUID(), randomUUID()];
  const rule = { measure, floor: "55", latestYear: 2026, ruleYears, concernYears: 4, gapPolicy: "break" };
  await client.query(
    `INSERT INTO programmes (id, name, template, measure, floor, latest_year, rule_years, concern_years, gap_policy, min_published_years,
       goal_value, goal_year, goal_kind, exit_years, cohort_size, smallest_council, priority_due_on, standard_due_on, grace_days, state, published_at, created_at)
     VALUES ($1, 'Floor', 'primary', $2, 55, 2026, $3, 4, 'break', 1, 78, 2028, 'national', 1, 12, 5, '2027-02-26', '2027-03-26', 14, 'published', $4, $4)
     ON CONFLICT DO NOTHING`,
    [programmeId, measure, ruleYears, publishedAt],
  );
  await client.query(
    `INSERT INTO identification_runs (id, programme_id, number, rule_version, rule, files, created_at)
     SELECT $1, $2, 1 + count(*), 1, $3, '[]', $4 FROM identification_runs WHERE programme_id = $2`,
    [runId, programmeId, { ...rule, minPublishedYears: 1, minPupils: 0 }, publishedAt],
  );
  await runIdentification({ runId });
  await client.query("UPDATE identification_runs SET state = 'published', published_at = $2 WHERE id = $1", [
    runId,
    publishedAt,
  ]);
  return { programmeId, runId };
}
