import type pg from "pg";
import { continueFromPredecessor, type SchoolSeries } from "./floor-rule";
import { isMeasureId, type MeasureId } from "./measures";

export type StoredSeries = SchoolSeries & { id: string; laestab: string; phase: string };

type SchoolColumns = Omit<StoredSeries, "results"> & { predecessorId: string | null };
type ResultColumns = { schoolId: string; measure: string; year: number; value: string | null; code: string | null };

/**
 * Every stored school of the measure's files with its results over these years. A school that changed its URN continues
 * the series of its predecessor, over several conversions if need be.
 */
export async function loadSchoolSeries(
  client: pg.PoolClient,
  { measure, years }: { measure: MeasureId; years: readonly number[] },
): Promise<StoredSeries[]> {
  const schools = await client.query<SchoolColumns>(
    `SELECT id, urn, laestab, name, council_code AS "councilCode", phase, mainstream, open, predecessor_id AS "predecessorId"
       FROM schools s
      WHERE EXISTS (SELECT FROM results r WHERE r.school_id = s.id AND r.measure = $1) OR predecessor_id IS NOT NULL
      ORDER BY council_code, laestab, urn`,
    [measure],
  );
  const results = await client.query<ResultColumns>(
    `SELECT school_id AS "schoolId", measure, year, trim_scale(value)::text AS value, code
       FROM results WHERE measure = $1 AND year = ANY ($2)`,
    [measure, years],
  );
  const bySchool = new Map<string, SchoolSeries["results"][number][]>();
  for (const { schoolId, measure: of, ...rest } of results.rows) {
    if (!isMeasureId(of)) continue;
    const series = bySchool.get(schoolId);
    if (series) series.push({ measure: of, ...rest });
    else bySchool.set(schoolId, [{ measure: of, ...rest }]);
  }
  const predecessorOf = new Map(schools.rows.map((school) => [school.id, school.predecessorId]));
  const succeeded = new Set(schools.rows.map(({ predecessorId }) => predecessorId));
  // A predecessor goes on as its successor: counting both would count one school twice.
  const current = schools.rows.filter(({ id }) => !succeeded.has(id));
  return current.map(({ predecessorId, ...school }) => {
    let series = bySchool.get(school.id) ?? [];
    const seen = new Set([school.id]);
    for (let at = predecessorId; at !== null && !seen.has(at); at = predecessorOf.get(at) ?? null) {
      seen.add(at);
      series = continueFromPredecessor(series, bySchool.get(at) ?? []);
    }
    return { ...school, results: series };
  });
}
