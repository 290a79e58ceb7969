import { BOUNDARY_POINTS, checkRule, type FloorRule } from "./floor-rule";

/** The parameters of a statement that begins with ruleTables. Throws RangeError where the rule makes no sense. */
export function ruleParameters(rule: FloorRule): unknown[] {
  checkRule(rule);
  const { measure, floor, years, concernYears = years, gapPolicy, minPublishedYears, includeClosed, minPupils } = rule;
  for (const list of [years, concernYears])
    if (list.some((year, at) => at > 0 && year !== (list[at - 1] ?? 0) + 1))
      throw new RangeError("The years of the rule must follow one another");
  const asks = rule.concernYears !== undefined;
  return [
    ...[measure, floor, years[0], concernYears[0], years.at(-1), asks],
    ...[gapPolicy === "skip", minPublishedYears, includeClosed, minPupils],
  ];
}

/**
 * Said in a transaction before such a statement: hash joins and memory for a whole country. The planner knows nothing yet
 * of results that have just been taken over, and would look every school up one by one.
 */
export const planForAll =
  "SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)";

/**
 * The rule as tables of one statement; WITH RECURSIVE stands before it. "series" is every school that goes on, with its
 * results of the years that the rule or the concern names: where a school continues others, a year takes the value of the
 * nearest school of the line that published one, its own before all. "verdicts" is the outcome for each school that has
 * a result of these years. A code is never a number: only "value" is counted and compared, and numeric compares exactly.
 */
export const ruleTables = `
  linked AS MATERIALIZED (
    SELECT s.id, s.predecessor_id FROM schools s WHERE s.predecessor_id IS NOT NULL),
  earlier (school_id, id, step) AS (
    SELECT l.id, l.id, 0 FROM linked l WHERE l.id NOT IN (SELECT predecessor_id FROM linked)
    UNION ALL
    SELECT e.school_id, l.predecessor_id, e.step + 1 FROM earlier e JOIN linked l ON l.id = e.id WHERE e.step < 20),
  -- Links that go round in a circle have no end. Nothing should make them, and no school may be lost to them: the first
  -- of a circle, by council and number, stands for it.
  ring (school_id, id, step) AS (
    SELECT l.id, l.predecessor_id, 1 FROM linked l WHERE l.id NOT IN (SELECT id FROM earlier)
    UNION ALL
    SELECT r.school_id, l.predecessor_id, r.step + 1 FROM ring r JOIN linked l ON l.id = r.id
     WHERE r.id <> r.school_id AND r.step < 20),
  firsts AS (
    SELECT r.school_id FROM ring r JOIN schools s ON s.id = r.school_id
     WHERE r.id = r.school_id
       AND NOT EXISTS (SELECT FROM ring other JOIN schools o ON o.id = other.id
                        WHERE other.school_id = r.school_id AND (o.council_code, o.laestab, coalesce(o.urn, '~')) < (s.council_code, s.laestab, coalesce(s.urn, '~')))),
  line AS MATERIALIZED (
    SELECT school_id, id, step FROM earlier
    UNION ALL SELECT school_id, school_id, 0 FROM firsts
    UNION ALL SELECT r.school_id, r.id, r.step FROM ring r JOIN firsts USING (school_id) WHERE r.id <> r.school_id),
  series AS (
    SELECT r.school_id, r.school_id AS source_id, r.year, r.value, r.code, r.pupils, r.file_id
      FROM results r
     WHERE r.measure = $1 AND r.year BETWEEN least($3::int, $4::int) AND $5::int
       AND r.school_id NOT IN (SELECT id FROM linked UNION ALL SELECT predecessor_id FROM linked)
    UNION ALL
    (SELECT DISTINCT ON (l.school_id, r.year) l.school_id, l.id AS source_id, r.year, r.value, r.code, r.pupils, r.file_id
       FROM line l JOIN results r ON r.school_id = l.id
      WHERE r.school_id IN (SELECT id FROM linked UNION SELECT predecessor_id FROM linked)
        AND r.measure = $1 AND r.year BETWEEN least($3::int, $4::int) AND $5::int
      ORDER BY l.school_id, r.year, r.value IS NULL, l.step)),
  counted AS (
    SELECT school_id, count(*) AS years,
           count(value) FILTER (WHERE year >= $3::int) AS published,
           max(value) FILTER (WHERE year >= $3::int) AS highest,
           count(value) FILTER (WHERE year >= $4::int) AS concern_published,
           max(value) FILTER (WHERE year >= $4::int) AS concern_highest,
           count(value) FILTER (WHERE year = $5::int) AS latest,
           max(pupils) FILTER (WHERE year = $5::int) AS pupils
      FROM series GROUP BY school_id),
  judged AS (
    SELECT c.*, s.council_code, s.mainstream, s.open, s.mainstream AND (s.open OR $9::bool) AS in_scope,
           c.latest = 1 AND c.published >= CASE WHEN $7::bool THEN least($8::int, $5::int - $3::int + 1)
                                                ELSE $5::int - $3::int + 1 END AS complete,
           $6::bool AND c.latest = 1
             AND c.concern_published >= CASE WHEN $7::bool THEN least($8::int, $5::int - $4::int + 1)
                                             ELSE $5::int - $4::int + 1 END AS concern_complete,
           c.pupils IS NULL OR c.pupils >= $10::int AS large
      FROM counted c JOIN schools s ON s.id = c.school_id),
  verdicts AS (
    SELECT j.*, eligible, coalesce(eligible AND highest < $2::numeric, false) AS flagged,
           coalesce(eligible AND highest < $2::numeric AND concern_complete AND concern_highest < $2::numeric, false) AS first_concern,
           CASE WHEN eligible THEN highest - $2::numeric END AS margin,
           coalesce(eligible AND abs(highest - $2::numeric) <= ${BOUNDARY_POINTS}, false) AS boundary
      FROM judged j, LATERAL (SELECT in_scope AND complete AND large AS eligible) e)`;

/**
 * The same schools in words, for those that a table "wanted" (school_id) names before it: "kept" is what a run keeps of
 * each year that the rule or the concern names, "sentence" says why.
 */
export const toldTables = `
  told AS (
    SELECT v.school_id, r.source_id, r.year, r.value, coalesce(r.code, '') AS code, r.pupils, r.file_id,
           r.year >= CASE WHEN v.first_concern THEN $4::int ELSE $3::int END AS named,
           v.flagged OR r.value >= $2::numeric AS shown
      FROM wanted w JOIN verdicts v ON v.school_id = w.school_id JOIN series r ON r.school_id = v.school_id
    UNION ALL
    -- A year that no file has a row for is a gap like a blank one.
    SELECT v.school_id, NULL, y.year, NULL, '', NULL, NULL, y.year >= CASE WHEN v.first_concern THEN $4::int ELSE $3::int END, false
      FROM wanted w
      JOIN verdicts v ON v.school_id = w.school_id AND v.years <= $5::int - least($3::int, $4::int)
      CROSS JOIN generate_series(least($3::int, $4::int), $5::int) AS y (year)
     WHERE NOT EXISTS (SELECT FROM series r WHERE r.school_id = v.school_id AND r.year = y.year)),
  gathered AS (
    -- Written as text and read as JSON once a school: an aggregate of JSON for each part takes three times as long.
    SELECT t.school_id,
           ('{"values":{' || coalesce(string_agg('"' || year || '":"' || trim_scale(value) || '"', ',') FILTER (WHERE value IS NOT NULL), '')
            || '},"codes":{' || coalesce(string_agg('"' || year || '":' || to_json(code), ',') FILTER (WHERE value IS NULL), '')
            || '},"pupils":{' || coalesce(string_agg('"' || year || '":' || pupils, ',') FILTER (WHERE pupils IS NOT NULL), '')
            || '},"files":{' || coalesce(string_agg('"' || year || '":"' || t.file_id || '"', ',') FILTER (WHERE t.file_id IS NOT NULL), '')
            || '},"lines":{' || coalesce(string_agg('"' || year || '":' || line, ',') FILTER (WHERE line IS NOT NULL), '')
            || '}}')::jsonb AS kept,
           array_agg(year::text ORDER BY year) FILTER (WHERE named AND value IS NOT NULL AND shown) AS years,
           string_agg(trim_scale(value)::text, ', ' ORDER BY year) FILTER (WHERE named AND value IS NOT NULL AND shown) AS points,
           array_agg(year || CASE code WHEN '' THEN '' ELSE ' (' || code || ')' END ORDER BY year)
             FILTER (WHERE named AND value IS NULL) AS missing,
           max(year || CASE code WHEN '' THEN '' ELSE ' (' || code || ')' END) FILTER (WHERE year = $5::int) AS latest_missing
      FROM told t LEFT JOIN file_schools f ON f.file_id = t.file_id AND f.school_id = t.source_id
     GROUP BY t.school_id),
  explained AS (
    SELECT v.*, g.kept,
           CASE
             WHEN NOT v.mainstream THEN 'Not eligible: not a state-funded mainstream school'
             WHEN NOT v.in_scope THEN 'Not eligible: closed'
             WHEN NOT v.complete AND NOT $7::bool THEN 'Not eligible: no published result in ' || app.in_words(g.missing)
             WHEN NOT v.complete AND v.latest = 0 THEN 'Not eligible: no published result in ' || g.latest_missing
             WHEN NOT v.complete THEN
               'Not eligible: ' || v.published || CASE v.published WHEN 1 THEN ' published result' ELSE ' published results' END
                 || ' in ' || $3::int || ' to ' || $5::int || ', fewer than the ' || least($8::int, $5::int - $3::int + 1) || ' needed'
             WHEN NOT v.large THEN
               'Not eligible: ' || v.pupils || CASE v.pupils WHEN 1 THEN ' pupil' ELSE ' pupils' END
                 || ' in ' || $5::int || ', fewer than the ' || $10::int || ' needed'
             ELSE CASE WHEN v.flagged THEN 'Below ' ELSE 'At or above ' END || trim_scale($2::numeric) || '% in '
                 || app.in_words(g.years) || ': ' || g.points
                 || coalesce('. No published result in ' || app.in_words(g.missing), '')
           END AS sentence
      FROM verdicts v JOIN gathered g ON g.school_id = v.school_id)`;
