import type pg from "pg";
import { commandOf } from "./record-results.server";

/** The schools that a file brought, changed, or has the last word on: what no later file may rest on. */
const touched = `
  SELECT school_id FROM file_schools WHERE file_id = $1 AND is_new
  UNION SELECT school_id FROM school_changes WHERE file_id = $1
  UNION SELECT m.school_id FROM file_schools m JOIN schools s ON s.id = m.school_id
         WHERE m.file_id = $1 AND s.details_file_id = $1`;

/** The same with both schools of every link that it brought, decided or not. */
const linked = `
  ${touched}
  UNION SELECT unnest(ARRAY[from_id, to_id]) FROM school_links WHERE file_id = $1`;

/** The schools whose results count through one that the file gave another predecessor: they stand in runs in its place. */
const goOn = `
  WITH RECURSIVE line AS (
    SELECT school_id FROM school_changes WHERE file_id = $1 AND after ? 'predecessor_id'
    UNION SELECT s.id FROM line JOIN schools s ON s.predecessor_id = line.school_id)
  SELECT school_id FROM line`;

/** The schools that the file g has rows about, or links. */
const about = `
  SELECT school_id FROM file_schools WHERE file_id = g.id
  UNION SELECT s.id FROM file_links l JOIN schools s ON s.urn IN (l.from_urn, l.to_urn) WHERE l.file_id = g.id`;

/** The results that a file brought or changed. */
const brought = `
  SELECT school_id, measure, year FROM results WHERE file_id = $1
  UNION SELECT school_id, measure, year FROM result_changes WHERE file_id = $1`;

type Question = { sql: string; sentence: (found: string) => string };

const questions: Question[] = [
  {
    sql: `SELECT 'run ' || r.number || ' of ' || p.name AS found
            FROM identification_runs r JOIN programmes p ON p.id = r.programme_id JOIN results_files f ON f.id = $1
           WHERE r.state = 'published'
             AND (r.files @> jsonb_build_array(jsonb_build_object('id', $1::text))
                  OR r.created_at >= f.taken_over_at
                     AND EXISTS (SELECT FROM run_schools s JOIN (${touched} UNION (${goOn})) t USING (school_id) WHERE s.run_id = r.id))
           ORDER BY r.published_at LIMIT 1`,
    sentence: (run) => `This file cannot be taken back: ${run} was published and rests on it.`,
  },
  {
    sql: `SELECT g.filename AS found
            FROM results_files f JOIN results_files g ON g.taken_over_nth > f.taken_over_nth AND g.state = 'takenOver'
           WHERE f.id = $1
             AND (EXISTS (SELECT FROM (${about}) s JOIN (${linked}) t USING (school_id))
                  OR EXISTS (SELECT FROM file_schools s JOIN (${brought}) b USING (school_id)
                              WHERE s.file_id = g.id AND b.measure = ANY (g.measures) AND b.year = ANY (g.years)))
           ORDER BY g.taken_over_nth DESC LIMIT 1`,
    sentence: (file) =>
      `This file cannot be taken back before ${file}, which was taken over later and is about some of the same schools. Take that file back first.`,
  },
  {
    sql: `SELECT coalesce(s.name, 'a school') || ' (' || w.what || ')' AS found
            FROM file_schools m
            JOIN (SELECT school_id, 'a case' AS what FROM school_cases
                  UNION ALL SELECT school_id, 'a headteacher''s role' FROM role_grants WHERE school_id IS NOT NULL
                  UNION ALL SELECT school_id, 'a declared interest' FROM declared_interests WHERE school_id IS NOT NULL
                  UNION ALL SELECT school_id, 'a headteacher''s reply' FROM headteacher_replies
                  UNION ALL SELECT later.predecessor_id, 'a school that continues it' FROM schools later
                             WHERE later.predecessor_id IS NOT NULL
                               AND NOT EXISTS (SELECT FROM file_schools n WHERE n.file_id = $1 AND n.school_id = later.id)
                               AND NOT EXISTS (SELECT FROM school_changes c WHERE c.file_id = $1 AND c.school_id = later.id)
                  UNION ALL SELECT unnest(ARRAY[from_id, to_id]), 'a link that a person decided' FROM school_links
                             WHERE decided_by_id IS NOT NULL) w ON w.school_id = m.school_id
            LEFT JOIN schools s ON s.id = m.school_id
           WHERE m.file_id = $1 AND m.is_new ORDER BY s.name, w.what LIMIT 1`,
    sentence: (what) =>
      `This file cannot be taken back: something points to a school that only this file brought, ${what}.`,
  },
];

/**
 * Why a file that was taken over cannot be taken back, in a sentence; null where it can. Published runs, later files and
 * whatever points to a school that only this file brought would be left with nothing beneath them.
 */
export async function findTakeBackObstacle(client: pg.PoolClient, fileId: string): Promise<string | null> {
  const known = await client.query(
    "SELECT FROM file_schools WHERE file_id = $1 UNION ALL SELECT FROM file_links WHERE file_id = $1 LIMIT 1",
    [fileId],
  );
  if (known.rowCount === 0)
    return "This file cannot be taken back: it was taken over before the service kept what files replace.";
  for (const { sql, sentence } of questions) {
    const { rows } = await client.query<{ found: string }>(sql, [fileId]);
    if (rows[0]) return sentence(rows[0].found);
  }
  return (await hasToldCases(client, fileId))
    ? "This file cannot be taken back: cases have recorded its results, and the log of a case is never undone."
    : null;
}

async function hasToldCases(client: pg.PoolClient, fileId: string): Promise<boolean> {
  const cases = await client.query<{ id: string }>("SELECT id FROM school_cases");
  const { rowCount } = await client.query(
    "SELECT FROM events WHERE type = 'RECORD_RESULTS' AND command_id = ANY ($1) LIMIT 1",
    [cases.rows.map(({ id }) => commandOf(fileId, id))],
  );
  return rowCount !== 0;
}
