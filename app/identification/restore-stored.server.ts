import type pg from "pg";

/** Puts schools and results back to what they were before a file was taken over. Part of the caller's transaction. */
export async function restoreStored(client: pg.PoolClient, fileId: string): Promise<void> {
  await restoreResults(client, fileId);
  await restoreSchools(client, fileId);
  await removeSchools(client, fileId);
}

async function restoreResults(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `DELETE FROM results r WHERE r.file_id = $1
        AND NOT EXISTS (SELECT FROM result_changes c WHERE c.file_id = $1 AND c.school_id = r.school_id
                           AND c.measure = r.measure AND c.year = r.year)`,
    [fileId],
  );
  await client.query(
    `UPDATE results r SET value = c.before_value, code = c.before_code, pupils = c.before_pupils, file_id = c.before_file_id
       FROM result_changes c
      WHERE c.file_id = $1 AND r.school_id = c.school_id AND r.measure = c.measure AND r.year = c.year`,
    [fileId],
  );
}

/** What files change of a school, but for two columns that people change too. */
const columns = [
  ...["urn", "laestab", "name", "council_code", "phase", "type", "mainstream", "town", "postcode", "successor_urn"],
  ...["status", "opened_on", "closed_on", "easting", "northing", "federation"],
  ...["details_year", "details_on", "details_file_id", "listed_on", "list_file_id"],
];

async function restoreSchools(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `WITH earliest AS (
       SELECT DISTINCT ON (c.school_id, b.key) c.school_id, b.key, b.value
         FROM school_changes c CROSS JOIN LATERAL jsonb_each(c.before) AS b
        WHERE c.file_id = $1 ORDER BY c.school_id, b.key, c.id),
     before AS (SELECT school_id, jsonb_object_agg(key, value) AS was FROM earliest GROUP BY school_id)
     UPDATE schools s SET ${columns.map((column) => `${column} = image.${column}`).join(", ")},
            -- An admin may have closed the school, or decided whose results go on at it, since: that stays.
            open = image.open AND s.closed_by_admin_on IS NULL,
            predecessor_id = CASE WHEN own.set THEN image.predecessor_id ELSE s.predecessor_id END
       FROM before b JOIN schools now ON now.id = b.school_id
       CROSS JOIN LATERAL jsonb_populate_record(now, b.was) AS image
       CROSS JOIN LATERAL (
         SELECT EXISTS (SELECT FROM school_changes c WHERE c.file_id = $1 AND c.school_id = b.school_id
                           AND c.after ? 'predecessor_id'
                           AND (c.after ->> 'predecessor_id')::uuid IS NOT DISTINCT FROM now.predecessor_id)
            AND NOT EXISTS (SELECT FROM school_links d WHERE d.to_id = b.school_id AND d.in_order
                               AND d.decided_by_id IS NOT NULL) AS set) own
      WHERE s.id = now.id`,
    [fileId],
  );
  await client.query(
    `UPDATE schools s SET details_year = m.before_year, details_on = m.before_on, details_file_id = m.before_file_id
       FROM file_schools m WHERE m.file_id = $1 AND NOT m.is_new AND s.id = m.school_id AND s.details_file_id = $1`,
    [fileId],
  );
}

/** What nobody says any more of a school that only a list of runs still names. */
const forgotten = [
  ...["predecessor_id", "successor_urn", "status", "opened_on", "closed_on", "easting", "northing", "federation"],
  ...["details_year", "details_on", "details_file_id", "listed_on", "list_file_id"],
];

/**
 * Removes the schools that only this file brought. A run that was put aside is kept as it was, and so are the schools
 * that it lists: closed, without a result, until a file has them again.
 */
async function removeSchools(client: pg.PoolClient, fileId: string): Promise<void> {
  for (const choices of ["laestab_choices", "urn_choices"])
    await client.query(
      `DELETE FROM ${choices} c USING file_schools m WHERE m.file_id = $1 AND m.is_new AND c.school_id = m.school_id`,
      [fileId],
    );
  await client.query(
    `UPDATE schools s SET open = false, ${forgotten.map((column) => `${column} = NULL`).join(", ")}
       FROM file_schools m WHERE m.file_id = $1 AND m.is_new AND s.id = m.school_id
        AND EXISTS (SELECT FROM run_schools r WHERE r.school_id = s.id)`,
    [fileId],
  );
  await client.query(
    `DELETE FROM schools s USING file_schools m WHERE m.file_id = $1 AND m.is_new AND s.id = m.school_id
        AND NOT EXISTS (SELECT FROM run_schools r WHERE r.school_id = s.id)`,
    [fileId],
  );
}
