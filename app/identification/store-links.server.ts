import type pg from "pg";

/** Schools with a predecessor that a file gives another of, where no person said whose results go on. */
const becomeSeveral = `
  SELECT DISTINCT l.to_id FROM school_links l JOIN schools s ON s.id = l.to_id
   WHERE l.file_id = $1 AND l.in_order AND NOT coalesce(l.continues, false) AND s.predecessor_id IS NOT NULL
     AND NOT EXISTS (SELECT FROM school_links d WHERE d.to_id = l.to_id AND d.continues AND d.decided_by_id IS NOT NULL)`;

/**
 * Stores the links that a comparison found, of a list of schools or a file of links. Part of the caller's transaction. A
 * clear link makes the earlier school the predecessor of the later. A school that turns out to have several
 * predecessors has none until a person names one, but for one that a person named already.
 */
export async function storeLinks(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `INSERT INTO school_links (from_id, to_id, in_order, continues, file_id, established_on)
     SELECT earlier.id, later.id, l.in_order, CASE WHEN l.clear THEN true END, l.file_id,
            (SELECT min(f.established_on) FROM file_links f
              WHERE f.file_id = l.file_id AND (f.from_urn, f.to_urn) = (l.from_urn, l.to_urn))
       FROM staged_links l JOIN schools earlier ON earlier.urn = l.from_urn JOIN schools later ON later.urn = l.to_urn
      WHERE l.file_id = $1`,
    [fileId],
  );
  // A predecessor that no file gave and that is set aside below stays one of the answers.
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
  // What made one of several the predecessor before, an earlier file, is open again.
  await client.query(
    `UPDATE school_links SET continues = NULL
      WHERE to_id = ANY ($1) AND continues AND decided_by_id IS NULL
        AND NOT EXISTS (SELECT FROM schools s WHERE s.id = to_id AND s.predecessor_id = from_id)`,
    [changed.rows.map(({ id }) => id)],
  );
}

/**
 * Removes the links of a file that is taken back, but for those that a person decided, and settles again what it had
 * opened; what its school_changes held is restored by whoever takes it back.
 */
export async function takeBackLinks(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query("DELETE FROM school_links WHERE file_id = $1 AND decided_by_id IS NULL", [fileId]);
  await client.query(
    `UPDATE school_links l SET continues = true FROM schools s
      WHERE s.id = l.to_id AND s.predecessor_id = l.from_id AND l.continues IS NULL
        AND EXISTS (SELECT FROM school_changes c WHERE c.file_id = $1 AND c.school_id = s.id AND c.before ? 'predecessor_id')`,
    [fileId],
  );
}
