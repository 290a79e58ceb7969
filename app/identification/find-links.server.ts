import type pg from "pg";

/**
 * Notes the links between schools that a staged file has and that are not stored yet: a list of schools, or a file of
 * links but for those that its comparison has set aside (`outcome`). Which of two linked schools came first is said by a
 * column of predecessors or successors or by the kind of link, else by their dates: the one that had closed when the other
 * opened. A link is clear where it is in that order and is the only one of the later school and the only one of the
 * earlier, and does not lead round in a circle: of a merger or a split nobody but a person says whose results go on.
 * A predecessor that no list or person gave is named again, so that it can be chosen.
 */
export async function findLinks(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query("DELETE FROM staged_links WHERE file_id = $1", [fileId]);
  await client.query(
    `WITH RECURSIVE facts AS MATERIALIZED (
       SELECT t.urn, s.id, s.predecessor_id, coalesce(t.opened_on, s.opened_on) AS opened_on,
              coalesce(t.closed_on, s.closed_on) AS closed_on
         FROM staged_schools t LEFT JOIN schools s ON s.id = t.school_id WHERE t.file_id = $1
       UNION ALL
       SELECT s.urn, s.id, s.predecessor_id, s.opened_on, s.closed_on FROM schools s
        WHERE s.urn IS NOT NULL AND NOT EXISTS (SELECT FROM staged_schools t WHERE t.file_id = $1 AND t.urn = s.urn)),
     named AS (
       SELECT t.urn AS a, other AS b, false AS ordered FROM staged_schools t, unnest(t.linked_urns) AS other WHERE t.file_id = $1
       UNION SELECT other, t.urn, true FROM staged_schools t, unnest(t.predecessor_urns) AS other WHERE t.file_id = $1
       UNION SELECT t.urn, other, true FROM staged_schools t, unnest(t.successor_urns) AS other WHERE t.file_id = $1
       UNION SELECT from_urn, to_urn, true FROM file_links WHERE file_id = $1 AND from_urn IS NOT NULL AND outcome IS NULL),
     directed AS (
       SELECT CASE WHEN ordered OR forward OR NOT backward AND a < b THEN a ELSE b END AS from_urn,
              CASE WHEN ordered OR forward OR NOT backward AND a < b THEN b ELSE a END AS to_urn,
              ordered OR forward OR backward AS in_order
         FROM (SELECT a, b, ordered,
                      (fa.closed_on <= fb.opened_on) IS TRUE AND (fb.closed_on <= fa.opened_on) IS NOT TRUE AS forward,
                      (fb.closed_on <= fa.opened_on) IS TRUE AND (fa.closed_on <= fb.opened_on) IS NOT TRUE AS backward
                 FROM named JOIN facts fa ON fa.urn = a JOIN facts fb ON fb.urn = b) dated),
     pairs AS (
       SELECT d.from_urn, d.to_urn, bool_or(d.in_order) AS in_order
         FROM directed d
        WHERE d.in_order OR NOT EXISTS (SELECT FROM directed o WHERE o.in_order
                AND (o.from_urn, o.to_urn) IN ((d.from_urn, d.to_urn), (d.to_urn, d.from_urn)))
        GROUP BY d.from_urn, d.to_urn),
     fresh AS (
       SELECT p.*, coalesce(f.id::text, f.urn) AS from_key, coalesce(t.id::text, t.urn) AS to_key
         FROM pairs p JOIN facts f ON f.urn = p.from_urn JOIN facts t ON t.urn = p.to_urn
        -- What the dates do not say is known where the one is the other's predecessor.
        WHERE (p.in_order OR (t.predecessor_id = f.id OR f.predecessor_id = t.id) IS NOT TRUE)
          AND NOT EXISTS (SELECT FROM school_links l WHERE (l.from_id, l.to_id) IN ((f.id, t.id), (t.id, f.id)))),
     every AS (
       SELECT from_key, to_key FROM fresh
       UNION SELECT to_key, from_key FROM fresh WHERE NOT in_order
       UNION SELECT from_id::text, to_id::text FROM school_links
       UNION SELECT to_id::text, from_id::text FROM school_links WHERE NOT in_order
       UNION SELECT predecessor_id::text, id::text FROM schools WHERE predecessor_id IS NOT NULL
       -- A predecessor that is not stored is one of several all the same.
       UNION SELECT coalesce(f.id::text, l.from_urn), coalesce(t.id::text, l.to_urn)
         FROM file_links l LEFT JOIN schools f ON f.urn = l.from_urn LEFT JOIN schools t ON t.urn = l.to_urn
        WHERE l.file_id = $1 AND l.outcome = 'unknown'),
     before AS (SELECT to_key, count(*) AS schools FROM every GROUP BY to_key),
     after AS (SELECT from_key, count(*) AS schools FROM every GROUP BY from_key),
     sole AS (
       SELECT from_urn, to_urn, from_key, to_key FROM fresh JOIN before USING (to_key) JOIN after USING (from_key)
        WHERE in_order AND before.schools = 1 AND after.schools = 1
          -- A merger or a split of which one side alone is named.
          AND NOT EXISTS (SELECT FROM file_links l
                           WHERE l.file_id = $1 AND NOT l.plain AND (l.from_urn, l.to_urn) = (fresh.from_urn, fresh.to_urn))),
     walk AS (
       SELECT from_key AS start, to_key AS at FROM sole
       UNION
       SELECT walk.start, every.to_key FROM walk JOIN every ON every.from_key = walk.at WHERE walk.at <> walk.start),
     clear AS (
       SELECT from_urn, to_urn FROM sole WHERE NOT EXISTS (SELECT FROM walk WHERE start = from_key AND at = from_key))
     INSERT INTO staged_links (file_id, from_urn, to_urn, in_order, clear)
     SELECT $1, from_urn, to_urn, in_order, clear.from_urn IS NOT NULL
       FROM fresh LEFT JOIN clear USING (from_urn, to_urn)`,
    [fileId],
  );
}

/** How many links a staged list has to schools that neither it nor the stored schools have. */
export async function countUnknownLinks(client: pg.PoolClient, fileId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count
       FROM staged_schools t, unnest(t.linked_urns || t.predecessor_urns || t.successor_urns) AS other
      WHERE t.file_id = $1 AND NOT EXISTS (SELECT FROM staged_schools o WHERE o.file_id = $1 AND o.urn = other)
        AND NOT EXISTS (SELECT FROM schools s WHERE s.urn = other)`,
    [fileId],
  );
  return rows[0]?.count ?? 0;
}
