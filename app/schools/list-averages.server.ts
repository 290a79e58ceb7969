import type { Tx } from "~/platform/db.server";

/** An average of one year: as the Department prints it, or the plain mean of the stored schools' figures. */
export type Average = { value: number; printed: boolean; schools: number };
export type AverageScope = "council" | "region" | "national";
export type Averages = Record<AverageScope, Record<number, Average>>;

type Row = { year: number; scope: AverageScope; value: number; printed: boolean; schools: number };

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/**
 * The averages of a measure that stand beside a school's results: of its council, its council's region and the country.
 * The Department's own figure comes before the mean of the schools' figures; it prints none for regions.
 */
export async function listAverages(
  tx: Tx,
  { measure, years, councilCode }: { measure: string; years: readonly number[]; councilCode: string },
): Promise<Averages> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH wanted AS (
      SELECT 'council' AS scope, c.code::text AS code FROM councils c WHERE c.code = ${councilCode}
      UNION ALL SELECT 'region', c.region FROM councils c WHERE c.code = ${councilCode}
      UNION ALL SELECT 'national', ''),
    printed AS (
      SELECT DISTINCT ON (p.year, p.scope) p.year, p.scope, p.value
        FROM published_averages p JOIN wanted w ON w.scope = p.scope AND w.code = p.code
       WHERE p.measure = ${measure} AND p.year = ANY (${[...years]}::smallint[])
       ORDER BY p.year, p.scope, p.kept_at DESC, p.file_id),
    means AS (
      SELECT m.year, m.scope, m.mean, m.schools FROM measure_averages m JOIN wanted w ON w.scope = m.scope AND w.code = m.code
       WHERE m.measure = ${measure} AND m.year = ANY (${[...years]}::smallint[]))
    SELECT year::int AS year, scope, coalesce(p.value, m.mean)::float8 AS value, p.value IS NOT NULL AS printed,
           coalesce(m.schools, 0) AS schools
      FROM means m FULL JOIN printed p USING (year, scope)`;
  const averages: Averages = { council: {}, region: {}, national: {} };
  for (const { year, scope, value, ...found } of rows) averages[scope][year] = { value: oneDecimal(value), ...found };
  return averages;
}
