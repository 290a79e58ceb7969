import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Comparison } from "./compare-with-stored";
import type { ResultsFile } from "./read-results-file";

/** Stores what a comparison found: schools, what links them, results. Part of the caller's transaction, all or nothing. */
export async function storeResults(
  client: pg.PoolClient,
  { fileId, file, comparison }: { fileId: string; file: ResultsFile; comparison: Comparison },
): Promise<void> {
  const ids = comparison.matched.map(({ school }) => school?.id ?? randomUUID());
  await storeSchools(client, file, comparison, ids);
  await linkSuccessors(client, comparison, ids);
  await storeValues(client, fileId, file.year, comparison, ids);
}

/**
 * Adds the new schools and brings the known ones up to what the file says, unless a newer file has said it already. A
 * school that an admin closed stays closed: a file lists schools as they were when its results were taken.
 */
async function storeSchools(
  client: pg.PoolClient,
  file: ResultsFile,
  { matched }: Comparison,
  ids: readonly string[],
): Promise<void> {
  await client.query(
    `INSERT INTO schools AS s (id, urn, laestab, name, council_code, phase, type, mainstream, open, town, postcode,
                               successor_urn, details_year)
     SELECT *, $13::smallint
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bool[],
                   $9::bool[], $10::text[], $11::text[], $12::text[])
     ON CONFLICT (id) DO UPDATE SET urn = excluded.urn, laestab = excluded.laestab, name = excluded.name,
       council_code = excluded.council_code, phase = excluded.phase, type = excluded.type,
       mainstream = excluded.mainstream, open = excluded.open AND s.closed_on IS NULL, details_year = excluded.details_year,
       town = coalesce(nullif(excluded.town, ''), s.town), postcode = coalesce(nullif(excluded.postcode, ''), s.postcode),
       successor_urn = coalesce(excluded.successor_urn, s.successor_urn)
       WHERE s.details_year IS NULL OR s.details_year <= excluded.details_year`,
    [
      ids,
      matched.map(({ row, school }) => row.urn ?? school?.urn ?? null),
      matched.map(({ laestab }) => laestab),
      matched.map(({ row }) => row.name),
      matched.map(({ row }) => row.councilCode),
      matched.map(() => file.layout.phase),
      matched.map(({ row }) => row.schoolType),
      matched.map(({ row }) => row.mainstream),
      matched.map(({ row }) => row.open),
      matched.map(({ row }) => row.town ?? ""),
      matched.map(({ row }) => row.postcode ?? ""),
      matched.map(({ row }) => row.convertedToUrn),
      file.year,
    ],
  );
  // An older file may be the first to name a school's URN, or the academy that it became.
  const named = matched.flatMap(({ row, school }) =>
    school && (row.urn || row.convertedToUrn) ? [{ id: school.id, urn: row.urn, to: row.convertedToUrn }] : [],
  );
  await client.query(
    `UPDATE schools s SET urn = coalesce(s.urn, f.urn), successor_urn = coalesce(s.successor_urn, f.successor_urn)
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS f (id, urn, successor_urn)
      WHERE s.id = f.id AND (s.urn IS NULL AND f.urn IS NOT NULL
                             OR s.successor_urn IS NULL AND f.successor_urn IS NOT NULL)`,
    [named.map(({ id }) => id), named.map(({ urn }) => urn), named.map(({ to }) => to)],
  );
}

/** Links schools that go on as others: those whose successor a file names, now or before, and those that kept a number. */
async function linkSuccessors(
  client: pg.PoolClient,
  { successions }: Comparison,
  ids: readonly string[],
): Promise<void> {
  const idOf = (place: { schoolId: string } | { row: number }) =>
    "row" in place ? (ids[place.row] ?? null) : place.schoolId;
  // A link that is there stays: nothing here may turn a chain round or put two schools at one place of it.
  await client.query(
    `UPDATE schools later SET predecessor_id = earlier.id
       FROM (SELECT DISTINCT ON (successor_urn) id, urn, successor_urn FROM schools
              WHERE successor_urn IS NOT NULL ORDER BY successor_urn, urn) AS earlier
      WHERE later.urn = earlier.successor_urn AND later.id <> earlier.id AND later.predecessor_id IS NULL
        AND later.successor_urn IS DISTINCT FROM earlier.urn
        AND NOT EXISTS (SELECT FROM schools other WHERE other.predecessor_id = earlier.id)`,
  );
  await client.query(
    `UPDATE schools later SET predecessor_id = link.earlier_id
       FROM unnest($1::uuid[], $2::uuid[]) AS link (earlier_id, later_id)
      WHERE later.id = link.later_id AND later.predecessor_id IS NULL
        AND NOT EXISTS (SELECT FROM schools other WHERE other.predecessor_id = link.earlier_id)`,
    [successions.map(({ from }) => idOf(from)), successions.map(({ to }) => idOf(to))],
  );
}

async function storeValues(
  client: pg.PoolClient,
  fileId: string,
  fileYear: number,
  { matched }: Comparison,
  ids: readonly string[],
): Promise<void> {
  // The pupils that a file counts are those of its own year, not of the earlier years it repeats.
  const pupilsOf = (year: number, pupils: number | null) => (year === fileYear ? pupils : null);
  const results = matched.flatMap(({ row }, at) =>
    row.results.map((result) => ({ ...result, schoolId: ids[at], pupils: pupilsOf(result.year, row.eligiblePupils) })),
  );
  await client.query(
    `INSERT INTO results (school_id, measure, year, value, code, pupils, file_id)
     SELECT school_id, measure, year, value, code, pupils, $7
       FROM unnest($1::uuid[], $2::text[], $3::int[], $4::numeric[], $5::text[], $6::int[])
         AS r (school_id, measure, year, value, code, pupils)
     ON CONFLICT (school_id, measure, year) DO UPDATE
       SET value = excluded.value, code = excluded.code, pupils = coalesce(excluded.pupils, results.pupils),
           file_id = CASE WHEN (results.value, results.code) IS DISTINCT FROM (excluded.value, excluded.code)
                          THEN excluded.file_id ELSE results.file_id END
       WHERE (results.value, results.code) IS DISTINCT FROM (excluded.value, excluded.code)
          OR results.pupils IS NULL AND excluded.pupils IS NOT NULL`,
    [
      results.map(({ schoolId }) => schoolId),
      results.map(({ measure }) => measure),
      results.map(({ year }) => year),
      results.map(({ value }) => value),
      results.map(({ code }) => code),
      results.map(({ pupils }) => pupils),
      fileId,
    ],
  );
}
