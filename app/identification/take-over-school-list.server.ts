import type pg from "pg";
import { listColumns } from "./compare-school-list.server";

const names = listColumns.join(", ");
const assignments = listColumns.map((column) => `${column} = image.${column}`).join(", ");

/**
 * Stores what the comparison of a staged list found: schools and the links between them. Part of the caller's
 * transaction, all or nothing. What it replaces is kept in school_changes, so that the list can be taken back.
 */
export async function takeOverSchoolList(client: pg.PoolClient, fileId: string): Promise<void> {
  await storeSchools(client, fileId);
  await storeLinks(client, fileId);
}

async function storeSchools(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query("UPDATE staged_schools SET school_id = gen_random_uuid() WHERE file_id = $1 AND outcome = 'new'", [
    fileId,
  ]);
  await client.query(
    `INSERT INTO file_schools (file_id, school_id, line, is_new, before_year, before_on, before_file_id)
     SELECT t.file_id, t.school_id, t.line, t.outcome = 'new', s.details_year, s.details_on, s.details_file_id
       FROM staged_schools t LEFT JOIN schools s ON s.id = t.school_id
      WHERE t.file_id = $1 AND t.school_id IS NOT NULL`,
    [fileId],
  );
  await client.query(
    `INSERT INTO schools (id, ${names})
     SELECT t.school_id, ${listColumns.map((column) => `image.${column}`).join(", ")}
       FROM staged_schools t CROSS JOIN LATERAL jsonb_populate_record(NULL::schools, t.after) AS image
      WHERE t.file_id = $1 AND t.outcome = 'new'`,
    [fileId],
  );
  await client.query(
    `INSERT INTO school_changes (file_id, school_id, before, after)
     SELECT file_id, school_id, before, after FROM staged_schools
      WHERE file_id = $1 AND outcome IN ('changed', 'unchanged') AND before IS NOT NULL ORDER BY line`,
    [fileId],
  );
  await client.query(
    `UPDATE schools later SET ${assignments}
       FROM staged_schools t JOIN schools s ON s.id = t.school_id
            CROSS JOIN LATERAL jsonb_populate_record(s, t.after) AS image
      WHERE t.file_id = $1 AND t.outcome IN ('changed', 'unchanged') AND t.after IS NOT NULL AND later.id = s.id`,
    [fileId],
  );
}

/** Schools with a predecessor that a list gives another of, where no person said whose results go on. */
const becomeSeveral = `
  SELECT DISTINCT l.to_id FROM school_links l JOIN schools s ON s.id = l.to_id
   WHERE l.file_id = $1 AND l.in_order AND NOT coalesce(l.continues, false) AND s.predecessor_id IS NOT NULL
     AND NOT EXISTS (SELECT FROM school_links d WHERE d.to_id = l.to_id AND d.continues AND d.decided_by_id IS NOT NULL)`;

/**
 * A clear link makes the earlier school the predecessor of the later. A school that turns out to have several
 * predecessors has none until a person names one, but for one that a person named already.
 */
async function storeLinks(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `INSERT INTO school_links (from_id, to_id, in_order, continues, file_id)
     SELECT earlier.id, later.id, l.in_order, CASE WHEN l.clear THEN true END, l.file_id
       FROM staged_links l JOIN schools earlier ON earlier.urn = l.from_urn JOIN schools later ON later.urn = l.to_urn
      WHERE l.file_id = $1`,
    [fileId],
  );
  // A predecessor that no list gave and that is set aside below stays one of the answers.
  await client.query(
    `INSERT INTO school_links (from_id, to_id, file_id)
     SELECT s.predecessor_id, s.id, $1 FROM schools s
      WHERE s.id IN (${becomeSeveral}) AND NOT EXISTS (
        SELECT FROM school_links l WHERE (l.from_id, l.to_id) IN ((s.predecessor_id, s.id), (s.id, s.predecessor_id)))`,
    [fileId],
  );
  const changed = await client.query<{ id: string }>(
    `WITH clear AS (
       SELECT l.to_id AS id, l.from_id AS predecessor_id FROM school_links l WHERE l.file_id = $1 AND l.continues),
     several AS (SELECT id, NULL::uuid AS predecessor_id FROM (${becomeSeveral}) s (id)),
     settled AS (SELECT * FROM clear UNION ALL SELECT * FROM several),
     noted AS (
       INSERT INTO school_changes (file_id, school_id, before, after)
       SELECT $1, s.id, jsonb_build_object('predecessor_id', s.predecessor_id),
              jsonb_build_object('predecessor_id', n.predecessor_id)
         FROM settled n JOIN schools s USING (id) WHERE s.predecessor_id IS DISTINCT FROM n.predecessor_id)
     UPDATE schools s SET predecessor_id = n.predecessor_id FROM settled n
      WHERE s.id = n.id AND s.predecessor_id IS DISTINCT FROM n.predecessor_id RETURNING s.id`,
    [fileId],
  );
  // What made one of several the predecessor before, an earlier list, is open again.
  await client.query(
    `UPDATE school_links SET continues = NULL
      WHERE to_id = ANY ($1) AND continues AND decided_by_id IS NULL
        AND NOT EXISTS (SELECT FROM schools s WHERE s.id = to_id AND s.predecessor_id = from_id)`,
    [changed.rows.map(({ id }) => id)],
  );
}

/**
 * Removes the links of a list that is taken back, but for those that a person decided, and settles again what it had
 * opened; what its school_changes held is restored by whoever takes it back.
 */
export async function takeBackSchoolList(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query("DELETE FROM school_links WHERE file_id = $1 AND decided_by_id IS NULL", [fileId]);
  await client.query(
    `UPDATE school_links l SET continues = true FROM schools s
      WHERE s.id = l.to_id AND s.predecessor_id = l.from_id AND l.continues IS NULL
        AND EXISTS (SELECT FROM school_changes c WHERE c.file_id = $1 AND c.school_id = s.id AND c.before ? 'predecessor_id')`,
    [fileId],
  );
}
