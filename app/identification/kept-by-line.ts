/**
 * Tables of a statement about runs ($1 is a list of their ids); WITH RECURSIVE stands before them. "kept" has what each
 * run keeps of a school, by the school that its line ends with today: a school that converted between two runs is one.
 * Where a run holds several schools of one line, that of the nearest to its end counts, the end itself before all.
 */
export const keptByLine = `
  later AS (
    SELECT predecessor_id AS id, id AS at, 1 AS step FROM schools WHERE predecessor_id IS NOT NULL
    UNION ALL
    SELECT later.id, s.id, later.step + 1 FROM later JOIN schools s ON s.predecessor_id = later.at WHERE later.step < 20),
  ends AS (SELECT DISTINCT ON (id) id, at, step FROM later ORDER BY id, step DESC, at),
  kept AS MATERIALIZED (
    SELECT DISTINCT ON (r.run_id, coalesce(e.at, r.school_id))
           r.run_id, coalesce(e.at, r.school_id) AS school_id, r.school_id AS held_as,
           r.eligible, r.flagged, r.first_concern, r.sentence, r."values"
      FROM run_schools r LEFT JOIN ends e ON e.id = r.school_id WHERE r.run_id = ANY ($1::uuid[])
     ORDER BY r.run_id, coalesce(e.at, r.school_id), coalesce(e.step, 0), r.school_id)`;
