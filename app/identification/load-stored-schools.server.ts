import type pg from "pg";
import type { StoredResult } from "./compare-with-stored";
import type { StoredSchool } from "./stored-school";

/** The stored schools, and their results of these measures and years, that a file could be about. */
export async function loadStoredSchools(
  client: pg.PoolClient,
  { measures, years }: { measures: readonly string[]; years: readonly number[] },
): Promise<{ schools: StoredSchool[]; results: StoredResult[] }> {
  const schools = await client.query<StoredSchool>(
    `SELECT id, urn, laestab, name, open, details_year AS "detailsYear", predecessor_id AS "predecessorId",
            EXISTS (SELECT FROM schools later WHERE later.predecessor_id = schools.id) AS succeeded
       FROM schools`,
  );
  // trim_scale: a value is stored with four decimals and compared as it was published ("48", "46.3").
  const results = await client.query<StoredResult>(
    `SELECT school_id AS "schoolId", measure, year, trim_scale(value)::text AS value, code
       FROM results WHERE measure = ANY ($1) AND year = ANY ($2)`,
    [measures, years],
  );
  return { schools: schools.rows, results: results.rows };
}
