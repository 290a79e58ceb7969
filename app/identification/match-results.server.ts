import type pg from "pg";
import type { RowError } from "./row-error";

/**
 * Which stored school each staged row is about, written to file_schools: the one with its URN, else the one that holds
 * its council and establishment number, else a new one. Of several that hold the number those are left out that cannot
 * have had results in the school year of the row's latest figure, by their stored dates, and those that another one
 * continues. Where more than one is left a person chooses: such rows go to staged_unmatched.
 */
export async function matchResults(
  client: pg.PoolClient,
  fileId: string,
): Promise<{ errors: RowError[]; undecided: number; leftOut: number }> {
  await client.query("DELETE FROM file_schools WHERE file_id = $1", [fileId]);
  await client.query("DELETE FROM staged_unmatched WHERE file_id = $1", [fileId]);
  const unplaced = await client.query<RowError>(
    `SELECT r.line, 'URN' AS "column", r.urn AS found,
            'This school is not known by its URN yet, and the file has no establishment number to place it by' AS message
       FROM staged_rows r LEFT JOIN schools u ON u.urn = r.urn
      WHERE r.file_id = $1 AND r.laestab IS NULL AND u.id IS NULL ORDER BY r.line`,
    [fileId],
  );
  await client.query(place, [fileId]);
  const twice = await client.query<RowError>(
    // Two rows would overwrite each other in the one stored school.
    `SELECT m.line, NULL AS "column", coalesce(r.urn, r.laestab) AS found,
            'The stored school with this number is the one of line ' || m.first || ' too: add both URNs to say which' AS message
       FROM (SELECT line, min(line) OVER (PARTITION BY school_id) AS first FROM file_schools WHERE file_id = $1) m
       JOIN staged_rows r ON r.file_id = $1 AND r.line = m.line
      WHERE m.line > m.first ORDER BY m.line`,
    [fileId],
  );
  const counts = await client.query<{ undecided: number; leftOut: number }>(
    `SELECT count(*) FILTER (WHERE ${undecidedRow})::int AS undecided,
            count(*) FILTER (WHERE ${leftOutRow})::int AS "leftOut"
       FROM staged_unmatched m LEFT JOIN laestab_choices c ON c.laestab = m.laestab WHERE m.file_id = $1`,
    [fileId],
  );
  const errors = [...unplaced.rows, ...twice.rows].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { errors, ...(counts.rows[0] ?? { undecided: 0, leftOut: 0 }) };
}

/** Of a row `m` of staged_unmatched with the choice `c` for its number, if there is one. */
export const undecidedRow = "c.laestab IS NULL OR c.school_id IS NOT NULL AND NOT c.school_id = ANY (m.candidate_ids)";
export const leftOutRow = "c.laestab IS NOT NULL AND c.school_id IS NULL";

// A school that opened after a school year, or closed before it began, had no results in it: its years run from
// 1 September to 31 August. A blank or a code proves nothing, so the latest figure counts, else the file's own year.
const place = `
  WITH RECURSIVE file AS MATERIALIZED (
    SELECT column_years, (SELECT max(y) FROM unnest(years) AS y) AS year FROM results_files WHERE id = $1),
  numbered AS MATERIALIZED (
    SELECT r.line, r.urn, r.laestab, r.name,
           coalesce((SELECT max(p.year) FROM unnest(f.column_years, r."values") AS p (year, value) WHERE p.value IS NOT NULL),
                    f.year) AS year
      FROM staged_rows r CROSS JOIN file f LEFT JOIN schools u ON u.urn = r.urn
     WHERE r.file_id = $1 AND u.id IS NULL AND r.laestab IS NOT NULL),
  -- A row with a URN is about a stored school that has none yet; a row without one is about any of them.
  holder AS MATERIALIZED (
    SELECT n.line, n.laestab, n.name, s.id, s.urn, s.predecessor_id FROM numbered n JOIN schools s ON s.laestab = n.laestab
     WHERE (n.urn IS NULL OR s.urn IS NULL)
       AND coalesce(s.opened_on <= make_date(n.year, 8, 31), true)
       AND coalesce(s.closed_on >= make_date(n.year - 1, 9, 1), true)),
  shared AS (SELECT line FROM holder GROUP BY line HAVING count(*) > 1),
  ancestor AS (
    SELECT h.line, h.predecessor_id AS id, 1 AS step FROM holder h JOIN shared USING (line)
     WHERE h.predecessor_id IS NOT NULL AND h.predecessor_id <> h.id
    UNION
    SELECT a.line, s.predecessor_id, a.step + 1 FROM ancestor a JOIN schools s ON s.id = a.id
     WHERE s.predecessor_id IS NOT NULL AND a.step < 20),
  candidate AS MATERIALIZED (
    SELECT line, min(laestab) AS laestab, min(name) AS name, array_agg(id ORDER BY urn, id) AS ids
      FROM holder h WHERE NOT EXISTS (SELECT FROM ancestor a WHERE a.line = h.line AND a.id = h.id) GROUP BY line),
  unmatched AS (
    INSERT INTO staged_unmatched (file_id, line, laestab, name, candidate_ids)
    SELECT $1, line, laestab, name, ids FROM candidate WHERE cardinality(ids) > 1)
  INSERT INTO file_schools (file_id, line, school_id, is_new, before_year, before_on, before_file_id)
  SELECT $1, r.line, coalesce(s.id, gen_random_uuid()), s.id IS NULL, s.details_year, s.details_on, s.details_file_id
    FROM staged_rows r
    LEFT JOIN schools u ON u.urn = r.urn
    LEFT JOIN candidate h ON h.line = r.line
    LEFT JOIN laestab_choices c ON c.laestab = h.laestab AND cardinality(h.ids) > 1
    LEFT JOIN schools s ON s.id = coalesce(u.id, CASE WHEN cardinality(h.ids) > 1 THEN c.school_id ELSE h.ids[1] END)
   WHERE r.file_id = $1 AND (u.id IS NOT NULL OR r.laestab IS NOT NULL)
     -- Neither what a person left out, nor what is still to be decided.
     AND (h.line IS NULL OR cardinality(h.ids) = 1 OR c.school_id = ANY (h.ids))`;
