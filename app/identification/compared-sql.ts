// The two questions that a staged results file is asked, as SQL on the file $1.

/** The details of schools that results files have, in the order in which they are listed. */
export const schoolDetails = [
  "name",
  "type",
  "mainstream",
  "open",
  "council_code",
  "laestab",
  "urn",
  "town",
  "postcode",
  "successor_urn",
] as const;

const staged = `
    FROM results_files f
    JOIN file_schools m ON m.file_id = f.id
    JOIN staged_rows r ON r.file_id = m.file_id AND r.line = m.line`;

/**
 * Every result of the file beside the stored one. The pupils that a file counts are those of its own year, not of the
 * earlier years that it repeats.
 */
export const comparedResults = `
  SELECT m.school_id, c.measure, c.year, c.value, c.code, own.pupils,
         b.value AS before_value, b.code AS before_code, b.pupils AS before_pupils, b.file_id AS before_file_id,
         CASE WHEN b.school_id IS NULL THEN 'new'
              WHEN b.value IS DISTINCT FROM c.value OR b.code IS DISTINCT FROM c.code THEN 'changed'
              WHEN own.pupils IS NOT NULL AND own.pupils IS DISTINCT FROM b.pupils THEN 'pupils'
              ELSE 'same' END AS outcome
    ${staged}
    CROSS JOIN LATERAL unnest(f.column_measures, f.column_years, r."values", r.codes) AS c (measure, year, value, code)
    CROSS JOIN LATERAL (SELECT CASE WHEN c.year = f.years[cardinality(f.years)] THEN r.pupils END AS pupils) own
    LEFT JOIN results b ON b.school_id = m.school_id AND b.measure = c.measure AND b.year = c.year
   WHERE f.id = $1`;

const list = (of: (column: string) => string) => schoolDetails.map(of).join(", ");

/**
 * What each known school whose details differ will be: as the file says where it is as new as what is stored (a results
 * file is of the end of its school year), and otherwise with what is not known of it yet, its URN or the one it became.
 * A school that an admin closed stays closed: a file lists schools as they were when its results were taken.
 */
export const comparedSchools = `
  SELECT s.id AS school_id, ${list((column) => `d.${column}`)}, to_jsonb(s) AS stored
    ${staged}
    JOIN schools s ON s.id = m.school_id
    CROSS JOIN LATERAL (SELECT coalesce(s.details_on <= make_date(f.years[cardinality(f.years)], 8, 31), true) AS newest) n
    CROSS JOIN LATERAL (
      SELECT CASE WHEN newest THEN r.name ELSE s.name END AS name,
             CASE WHEN newest THEN r.type ELSE s.type END AS type,
             CASE WHEN newest THEN r.mainstream ELSE s.mainstream END AS mainstream,
             CASE WHEN newest THEN r.open AND s.closed_by_admin_on IS NULL ELSE s.open END AS open,
             CASE WHEN newest THEN r.council_code ELSE s.council_code::text END AS council_code,
             CASE WHEN newest THEN coalesce(r.laestab, s.laestab::text) ELSE s.laestab::text END AS laestab,
             coalesce(s.urn, r.urn) AS urn,
             CASE WHEN newest THEN coalesce(nullif(r.town, ''), s.town) ELSE s.town END AS town,
             CASE WHEN newest THEN coalesce(nullif(r.postcode, ''), s.postcode) ELSE s.postcode END AS postcode,
             CASE WHEN newest THEN coalesce(r.successor_urn, s.successor_urn)
                  ELSE coalesce(s.successor_urn, r.successor_urn) END AS successor_urn) d
   WHERE f.id = $1 AND NOT m.is_new AND (${list((column) => `s.${column}`)}) IS DISTINCT FROM (${list((column) => `d.${column}`)})`;

/** The details that change of a row `c` of comparedSchools: one row for each, as jsonb before and after. */
export const changedDetails = `
  SELECT v.detail, v.place, c.stored -> v.detail AS before, v.after
    FROM (VALUES ${schoolDetails.map((column, at) => `('${column}', ${at}, coalesce(to_jsonb(c.${column}), 'null'))`).join(", ")}) AS v (detail, place, after)
   WHERE c.stored -> v.detail IS DISTINCT FROM v.after`;

/** A result as pages show it: "48%", "no figure (SUPP)" or "no figure". */
export const resultWords = (value: string, code: string): string =>
  `CASE WHEN ${value} IS NOT NULL THEN trim_scale(${value}) || '%' WHEN ${code} = '' THEN 'no figure' ELSE 'no figure (' || ${code} || ')' END`;
