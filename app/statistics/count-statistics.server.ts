import type pg from "pg";
import { readStoredVersion } from "~/identification/read-stored-version.server";
import { readRule } from "~/identification/rule-version";
import { system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { bandEdges } from "./bands";
import type { CouncilCounts } from "./counted";
import { suppressFigures } from "./suppress-figures";

/** The years that a trend goes back to, the latest among them. */
const TREND_YEARS = 10;

type Run = { id: string; programmeId: string; rule: unknown };

// A trend counts the published values of mainstream schools, in the councils that they lie in now; as in the averages
// beside a school's results, a value that a successor has published of its own counts there alone. What the run found is
// counted as it was kept. One statement for the country: nothing is counted in JavaScript.
const countCouncils = `
  WITH published AS MATERIALIZED (
    SELECT r.year, r.school_id, r.value, s.council_code, s.mainstream, s.predecessor_id
      FROM results r JOIN schools s ON s.id = r.school_id
     WHERE r.measure = $2 AND r.year > $4::int - ${TREND_YEARS} AND r.year <= $4::int AND r.value IS NOT NULL),
  trend AS (
    SELECT p.council_code, p.year, count(*) AS schools, count(*) FILTER (WHERE p.value < $3::numeric) AS below, sum(p.value) AS points
      FROM published p
      LEFT JOIN (SELECT DISTINCT year, predecessor_id FROM published WHERE predecessor_id IS NOT NULL) own
        ON own.predecessor_id = p.school_id AND own.year = p.year
     WHERE p.mainstream AND own.predecessor_id IS NULL
     GROUP BY p.council_code, p.year),
  judged AS (
    SELECT council_code, flagged, (s."values" -> 'values' ->> $4::int::text)::numeric AS value
      FROM run_schools s WHERE s.run_id = $1 AND s.eligible),
  cells AS (
    SELECT t.council_code, c.cell, t.year, c.value
      FROM trend t, LATERAL (VALUES ('schools', t.schools::numeric), ('below', t.below), ('points', t.points)) AS c (cell, value)
    UNION ALL
    SELECT j.council_code, c.cell, $4::int, c.value
      FROM (SELECT council_code, count(*) AS eligible, count(*) FILTER (WHERE flagged) AS flagged,
                   count(*) FILTER (WHERE NOT flagged AND value < $3::numeric) AS also_below
              FROM judged GROUP BY council_code) j,
           LATERAL (VALUES ('eligible', j.eligible::numeric), ('flagged', j.flagged), ('alsoBelow', j.also_below)) AS c (cell, value)
    UNION ALL
    SELECT council_code, 'band' || width_bucket(value, $5::numeric[]), $4::int, count(*) FROM judged WHERE value IS NOT NULL GROUP BY 1, 2)
  INSERT INTO statistics_counts (run_id, council_code, cell, year, value, counted_at, stored_version)
  SELECT $1::uuid, council_code, cell, year, value, $6, $7 FROM cells`;

async function readCounts(client: pg.ClientBase, runId: string) {
  const { rows } = await client.query<{
    code: string;
    region: string;
    cell: string | null;
    year: number;
    value: number;
  }>(
    `SELECT c.code, c.region, n.cell, n.year::int AS year, n.value::float8 AS value
       FROM councils c LEFT JOIN statistics_counts n ON n.council_code = c.code AND n.run_id = $1 ORDER BY c.code`,
    [runId],
  );
  const counts = new Map(rows.map(({ code, cell, year, value }) => [`${code} ${cell} ${year}`, value]));
  const councils = [...new Map(rows.map(({ code, region }) => [code, { code, region }])).values()];
  return {
    years: [...new Set(rows.flatMap(({ cell, year }) => (cell === null ? [] : [year])))].sort(),
    councils: councils.map((council): CouncilCounts => ({
      ...council,
      count: (cell, year) => counts.get(`${council.code} ${cell} ${year}`) ?? 0,
    })),
  };
}

/** Counts one published run anew, and where it is its programme's newest, what councils may read of it. */
async function countRun(client: pg.ClientBase, { id, programmeId, rule: kept }: Run, now: Date): Promise<void> {
  const rule = readRule(kept);
  const [floor, { measure, latestYear, ruleYears }] = [Number(rule.floor), rule];
  // One at a time for a programme, so that an older run's figures never end up as the ones that councils read.
  await client.query("SELECT pg_advisory_xact_lock(hashtext('statistics:' || $1))", [programmeId]);
  await client.query("DELETE FROM statistics_counts WHERE run_id = $1", [id]);
  // Before the count: what changes while it runs must count as changed since.
  const version = await readStoredVersion(client);
  await client.query(countCouncils, [id, measure, rule.floor, latestYear, bandEdges(floor), now, version]);
  const newest = await client.query<{ id: string }>(
    `SELECT id FROM identification_runs WHERE programme_id = $1 AND state = 'published'
      ORDER BY published_at DESC, number DESC LIMIT 1`,
    [programmeId],
  );
  if (newest.rows[0]?.id !== id) return;
  const { councils, years } = await readCounts(client, id);
  const cells = suppressFigures(councils, { floor, latestYear, ruleYears, years });
  await client.query(
    `DELETE FROM statistics_shown WHERE run_id IN (SELECT r.id FROM identification_runs r WHERE r.programme_id = $1)`,
    [programmeId],
  );
  await client.query(
    `INSERT INTO statistics_shown (run_id, council_code, scope, cell, year, value)
     SELECT $1::uuid, * FROM unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::numeric[])`,
    [
      id,
      cells.map(({ council }) => council),
      cells.map(({ scope }) => scope),
      cells.map(({ cell }) => cell),
      cells.map(({ year }) => year),
      cells.map(({ value }) => value),
    ],
  );
}

// Without a run: the newest published run of each programme that was not counted yet, or not as schools and results are
// stored now. A time would not do: a file that is taken over is stored later, and a successor comes with no file.
const runsToCount = `
  WITH newest AS (
    SELECT DISTINCT ON (programme_id) id, programme_id, rule FROM identification_runs
     WHERE state = 'published' ORDER BY programme_id, published_at DESC, number DESC)
  SELECT id, programme_id AS "programmeId", rule FROM newest n
   WHERE NOT EXISTS (
     SELECT FROM statistics_counts s JOIN stored_version v ON v.version = s.stored_version WHERE s.run_id = n.id)`;

/**
 * The job that counts a published run for the statistics, and takes small numbers out of what councils read: of the run
 * just published, or without one of those that were counted before schools or results changed. Counting again gives the same figures.
 */
export async function countStatistics({ runId, now }: { runId?: string; now: Date }): Promise<void> {
  await asActorInBulk(system("count-statistics"), async (client) => {
    const { rows } = await (runId === undefined
      ? client.query<Run>(runsToCount)
      : client.query<Run>(
          `SELECT id, programme_id AS "programmeId", rule FROM identification_runs WHERE id = $1 AND state = 'published'`,
          [runId],
        ));
    for (const run of rows) await countRun(client, run, now);
  });
}
