import type pg from "pg";

/**
 * Finds the stored school that each staged row of a list is about: the one with its URN, else the one without a URN that
 * has its council and establishment number. Where several could be meant, on either side, the row keeps its candidates
 * until a person has chosen (urn_choices).
 *
 * A stored school without a URN is no candidate for a school that opened after the school year of its last results, or
 * that had closed before that year began: the academy and the school that it replaced often share a number.
 */
export async function matchSchoolList(client: pg.PoolClient, fileId: string): Promise<{ undecided: number }> {
  await client.query(
    `UPDATE staged_schools t SET school_id = s.id, candidate_ids = '{}', outcome = NULL, before = NULL, after = NULL
       FROM staged_schools own LEFT JOIN schools s ON s.urn = own.urn
      WHERE own.file_id = $1 AND t.file_id = $1 AND t.line = own.line`,
    [fileId],
  );
  await client.query(
    `WITH possible AS (
       SELECT t.line, t.urn, s.id
         FROM staged_schools t
         JOIN schools s ON s.laestab = t.laestab AND s.urn IS NULL
         LEFT JOIN LATERAL (SELECT max(year) AS last FROM results WHERE school_id = s.id) r ON true
        WHERE t.file_id = $1 AND t.school_id IS NULL
          AND (t.opened_on IS NULL OR r.last IS NULL OR t.opened_on <= make_date(r.last, 8, 31))
          AND (t.open OR t.closed_on IS NULL OR r.last IS NULL OR t.closed_on >= make_date(r.last - 1, 9, 1))),
     counted AS (
       SELECT line, urn, array_agg(id ORDER BY id) AS ids, bool_or(rows > 1) AS shared
         FROM (SELECT *, count(*) OVER (PARTITION BY id) AS rows FROM possible) p GROUP BY line, urn),
     chosen AS (
       SELECT c.line, choice.school_id, count(*) OVER (PARTITION BY choice.school_id) AS rows
         FROM counted c JOIN urn_choices choice ON choice.urn = c.urn
        WHERE choice.school_id IS NULL OR choice.school_id = ANY (c.ids)),
     -- Two rows in one stored school would lose one of them: where both were answered with it, a person decides again.
     decided AS (SELECT line, school_id FROM chosen WHERE school_id IS NULL OR rows = 1),
     -- A school that was chosen for one row is no candidate for another, but stays one where somebody may choose anew.
     free AS (
       SELECT c.line, c.shared, d.line IS NOT NULL AS decided, d.school_id,
              ARRAY(SELECT id FROM unnest(c.ids) AS id
                     WHERE d.line IS NOT NULL
                        OR NOT EXISTS (SELECT FROM decided o WHERE o.school_id = id AND o.line <> c.line)) AS ids
         FROM counted c LEFT JOIN decided d USING (line))
     UPDATE staged_schools t
        SET school_id = CASE WHEN free.decided THEN free.school_id
                             WHEN cardinality(free.ids) = 1 AND NOT free.shared THEN free.ids[1] END,
            candidate_ids = CASE WHEN free.decided OR free.shared OR cardinality(free.ids) > 1 THEN free.ids ELSE '{}' END,
            outcome = CASE WHEN NOT free.decided AND cardinality(free.ids) > 0
                            AND (free.shared OR cardinality(free.ids) > 1) THEN 'undecided' END
       FROM free WHERE t.file_id = $1 AND t.line = free.line`,
    [fileId],
  );
  const { rows } = await client.query<{ undecided: number }>(
    "SELECT count(*)::int AS undecided FROM staged_schools WHERE file_id = $1 AND outcome = 'undecided'",
    [fileId],
  );
  return { undecided: rows[0]?.undecided ?? 0 };
}
