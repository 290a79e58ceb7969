import { readStoredVersion } from "~/identification/read-stored-version.server";
import { system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { NEAR } from "./comparable-gains";

/** The years of results that are looked at, the latest of a measure among them. */
const YEARS = 10;
/** A row is kept where so many schools are behind it, and so many without those of the council that has most of them. */
const FEWEST_SCHOOLS = 20;
const FEWEST_ELSEWHERE = 10;

// "Starts" are all pairs of a school's published values that lie one to three years apart, in whole points. Gains are
// counted by size before they are spread over the starts that they are near to, so that nothing is sorted at full size.
// Schools are counted once for each start, council by council: a school's next start within reach of the one before adds
// only what is beyond it. As in the statistics, a value that a successor published of its own counts there alone.
const countGains = `
  WITH latest AS (SELECT measure, max(year) AS year FROM results WHERE value IS NOT NULL GROUP BY measure),
  published AS MATERIALIZED (
    SELECT r.measure, s.phase, r.year, r.school_id, s.council_code, r.value, s.predecessor_id
      FROM results r JOIN latest l ON l.measure = r.measure AND r.year > l.year - ${YEARS} JOIN schools s ON s.id = r.school_id
     WHERE r.value IS NOT NULL AND s.mainstream),
  own AS (SELECT DISTINCT measure, year, predecessor_id FROM published WHERE predecessor_id IS NOT NULL),
  counted AS MATERIALIZED (
    SELECT p.* FROM published p LEFT JOIN own o ON o.predecessor_id = p.school_id AND o.measure = p.measure AND o.year = p.year
     WHERE o.predecessor_id IS NULL),
  starts AS MATERIALIZED (
    SELECT a.measure, a.phase, b.year - a.year AS span, a.school_id, a.council_code, round(a.value)::int AS start,
           round(b.value - a.value)::int AS gain, a.year AS from_year, b.year AS to_year
      FROM counted a JOIN counted b ON b.school_id = a.school_id AND b.measure = a.measure AND b.year BETWEEN a.year + 1 AND a.year + 3),
  sizes AS (SELECT measure, phase, span, start, gain, count(*) AS n, min(from_year) AS first_year, max(to_year) AS last_year
              FROM starts GROUP BY 1, 2, 3, 4, 5),
  near AS (
    SELECT z.measure, z.phase, z.span, c.centre, z.gain, sum(z.n) AS n, min(z.first_year) AS first_year, max(z.last_year) AS last_year
      FROM sizes z, generate_series(greatest(0, z.start - ${NEAR}), least(100, z.start + ${NEAR})) AS c (centre)
     GROUP BY 1, 2, 3, 4, 5),
  shares AS (
    SELECT *, sum(n) OVER (PARTITION BY measure, phase, span, centre ORDER BY gain) / sum(n) OVER (PARTITION BY measure, phase, span, centre) AS share
      FROM near),
  gains AS (
    SELECT measure, phase, span, centre, min(gain) FILTER (WHERE share >= 0.5) AS half, min(gain) FILTER (WHERE share >= 0.9) AS most,
           min(first_year) AS first_year, max(last_year) AS last_year
      FROM shares GROUP BY 1, 2, 3, 4),
  reach AS (
    SELECT measure, phase, span, council_code, start,
           greatest(0, start - ${NEAR}, 1 + ${NEAR} + lag(start) OVER (PARTITION BY measure, span, school_id ORDER BY start)) AS enters
      FROM (SELECT DISTINCT measure, phase, span, council_code, school_id, start FROM starts) d),
  edges AS (
    SELECT measure, phase, span, council_code, centre, sum(change) AS change
      FROM reach, LATERAL (VALUES (enters, 1), (start + ${NEAR} + 1, -1)) AS e (centre, change) GROUP BY 1, 2, 3, 4, 5),
  places AS (SELECT DISTINCT measure, phase, span, council_code FROM edges),
  present AS (
    SELECT p.measure, p.phase, p.span, p.council_code, c.centre,
           sum(coalesce(e.change, 0)) OVER (PARTITION BY p.measure, p.phase, p.span, p.council_code ORDER BY c.centre) AS schools
      FROM places p CROSS JOIN generate_series(0, 100) AS c (centre) LEFT JOIN edges e USING (measure, phase, span, council_code, centre)),
  crowds AS (
    SELECT measure, phase, span, centre, sum(schools) AS schools, sum(schools) - max(schools) AS elsewhere FROM present GROUP BY 1, 2, 3, 4)
  INSERT INTO comparable_gains (measure, phase, start, span, schools, half, most, first_year, last_year, stored_version)
  SELECT g.measure, g.phase, g.centre, g.span, c.schools, g.half, g.most, g.first_year, g.last_year, $1
    FROM gains g JOIN crowds c USING (measure, phase, span, centre)
   WHERE c.schools >= ${FEWEST_SCHOOLS} AND c.elsewhere >= ${FEWEST_ELSEWHERE}`;

/**
 * Counts anew what schools have gained from where they started, for plans to be read against; does nothing where results
 * and schools are as they were counted. Of the country alone, and not where the few schools of a row, or those outside
 * one council, could be told apart.
 */
export async function countComparableGains(): Promise<void> {
  await asActorInBulk(system("count-gains"), async (client) => {
    // One at a time, so that the counts of an older state never come last.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('comparable gains'))");
    const version = await readStoredVersion(client);
    const { rowCount } = await client.query("SELECT FROM comparable_gains WHERE stored_version = $1 LIMIT 1", [
      version,
    ]);
    if (rowCount) return;
    await client.query("DELETE FROM comparable_gains");
    await client.query(countGains, [version]);
  });
}
