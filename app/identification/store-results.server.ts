import type pg from "pg";
import { schoolDetails } from "./compared-sql";
import type { TotalRow } from "./read-results-file";
import { storePublishedAverages } from "./store-published-averages.server";

/**
 * Stores what `compare-results` found: schools, what links them, results, all or nothing. What it
 * replaces is kept in school_changes and result_changes.
 */
export async function storeResults(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query("SET LOCAL enable_nestloop = off; SET LOCAL work_mem = '64MB'");
  await addSchools(client, fileId);
  await changeSchools(client, fileId);
  await linkSuccessors(client, fileId);
  await storeValues(client, fileId);
  await storeAverages(client, fileId);
}

const day = "make_date(f.years[cardinality(f.years)], 8, 31)";
const year = "f.years[cardinality(f.years)]";

async function addSchools(client: pg.PoolClient, fileId: string): Promise<void> {
  const details = schoolDetails.join(", ");
  await client.query(
    `INSERT INTO schools (id, ${details}, phase, details_year, details_on, details_file_id)
     SELECT m.school_id, ${schoolDetails.map((column) => `r.${column}`).join(", ")}, f.phase, ${year}, ${day}, f.id
       FROM results_files f JOIN file_schools m ON m.file_id = f.id
       JOIN staged_rows r ON r.file_id = m.file_id AND r.line = m.line
      WHERE f.id = $1 AND m.is_new ORDER BY m.school_id`,
    [fileId],
  );
}

async function changeSchools(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `INSERT INTO school_changes (file_id, school_id, before, after)
     SELECT $1, school_id, before, after FROM staged_details WHERE file_id = $1 ORDER BY school_id`,
    [fileId],
  );
  await client.query(
    `UPDATE schools s SET ${schoolDetails.map((column) => `${column} = c.${column}`).join(", ")}
       FROM staged_details c WHERE c.file_id = $1 AND s.id = c.school_id`,
    [fileId],
  );
  // The newest file that has a school has the last word on it, also where it says nothing new.
  await client.query(
    `UPDATE schools s SET details_year = ${year}, details_on = ${day}, details_file_id = f.id
       FROM results_files f JOIN file_schools m ON m.file_id = f.id
      WHERE f.id = $1 AND NOT m.is_new AND s.id = m.school_id AND coalesce(s.details_on <= ${day}, true)`,
    [fileId],
  );
}

/** Links schools that go on as others: those whose successor a file names, now or before, and those that kept a number. */
async function linkSuccessors(client: pg.PoolClient, fileId: string): Promise<void> {
  const link = (links: string) =>
    `WITH link AS (${links}),
     linked AS (
       UPDATE schools later SET predecessor_id = link.earlier_id FROM link
        WHERE later.id = link.later_id AND later.predecessor_id IS NULL
          -- A link that is there stays: nothing here may turn a chain round or put two schools at one place of it. What a
          -- list of schools says of a school's predecessors counts for more.
          AND NOT EXISTS (SELECT FROM schools other WHERE other.predecessor_id = link.earlier_id)
          AND NOT EXISTS (SELECT FROM school_links l WHERE l.to_id = later.id)
       RETURNING later.id, later.predecessor_id)
     INSERT INTO school_changes (file_id, school_id, before, after)
     SELECT $1, id, '{"predecessor_id": null}', jsonb_build_object('predecessor_id', predecessor_id) FROM linked
      WHERE NOT EXISTS (SELECT FROM file_schools m WHERE m.file_id = $1 AND m.school_id = linked.id AND m.is_new)`;
  await client.query(
    link(
      `SELECT earlier.id AS earlier_id, later.id AS later_id
         FROM (SELECT min(id::text)::uuid AS id, min(urn) AS urn, successor_urn FROM schools
                WHERE successor_urn IS NOT NULL GROUP BY successor_urn
                -- Of several that became one school, whose history it continues is for a person to say.
               HAVING count(*) = 1) AS earlier
         JOIN schools later ON later.urn = earlier.successor_urn
        WHERE later.id <> earlier.id AND later.successor_urn IS DISTINCT FROM earlier.urn`,
    ),
    [fileId],
  );
  await client.query(link("SELECT earlier_id, later_id FROM staged_successions WHERE file_id = $1"), [fileId]);
}

async function storeValues(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `INSERT INTO result_changes (file_id, school_id, measure, year, before_value, before_code, before_pupils, before_file_id,
                                 after_value, after_code, after_pupils)
     SELECT $1, school_id, measure, year, before_value, before_code, before_pupils, before_file_id, value, code,
            coalesce(pupils, before_pupils)
       FROM staged_results WHERE file_id = $1 AND outcome IN ('changed', 'pupils') ORDER BY school_id, measure, year`,
    [fileId],
  );
  // A result is of the file that its value is from, whatever file counts its pupils.
  await client.query(
    `UPDATE results r SET value = c.value, code = c.code, pupils = coalesce(c.pupils, r.pupils),
            file_id = CASE WHEN c.outcome = 'changed' THEN $1 ELSE r.file_id END
       FROM staged_results c
      WHERE c.file_id = $1 AND c.outcome IN ('changed', 'pupils') AND r.school_id = c.school_id AND r.measure = c.measure AND r.year = c.year`,
    [fileId],
  );
  // In the order of the table's key, which fills its index from left to right.
  await client.query(
    `INSERT INTO results (school_id, measure, year, value, code, pupils, file_id)
     SELECT school_id, measure, year, value, code, pupils, $1 FROM staged_results
      WHERE file_id = $1 AND outcome = 'new' ORDER BY school_id, measure, year`,
    [fileId],
  );
}

async function storeAverages(client: pg.PoolClient, fileId: string): Promise<void> {
  const { rows } = await client.query<{ totals: TotalRow[] | null }>(
    "SELECT staged_totals AS totals FROM results_files WHERE id = $1",
    [fileId],
  );
  await storePublishedAverages(client, { fileId, file: { totals: rows[0]?.totals ?? [] } });
}
