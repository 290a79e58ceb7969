import type pg from "pg";
import { groupBy } from "./group-by";
import type { MeasureId } from "./measures";
import { continueFromPredecessor, type SchoolSeries } from "./school-series";

export type StoredSeries = SchoolSeries & { id: string; laestab: string; phase: string };

type SchoolColumns = Omit<StoredSeries, "results"> & { predecessorId: string | null };
type ResultColumns = {
  schoolId: string;
  year: number;
  value: string | null;
  code: string | null;
  pupils: number | null;
};

/** Conversions that a series goes back over; links beyond lie before any results. */
const MAX_STEPS = 20;

/**
 * Every stored school that published something of the measure in these years, with its results. A school that changed
 * its URN continues the series of its predecessor, over several conversions if need be, and counts once.
 */
export async function loadSchoolSeries(
  client: pg.PoolClient,
  { measure, years }: { measure: MeasureId; years: readonly number[] },
): Promise<StoredSeries[]> {
  const schools = await client.query<SchoolColumns>(
    `SELECT id, urn, laestab, name, council_code AS "councilCode", phase, mainstream, open, predecessor_id AS "predecessorId"
       FROM schools ORDER BY council_code, laestab, urn`,
  );
  const results = await client.query<ResultColumns>(
    `SELECT school_id AS "schoolId", year, trim_scale(value)::text AS value, code, pupils
       FROM results WHERE measure = $1 AND year = ANY ($2)`,
    [measure, years],
  );
  const bySchool = groupBy(results.rows, ({ schoolId }) => schoolId);
  const resultsOf = (id: string) =>
    (bySchool.get(id) ?? []).map(({ year, value, code, pupils }) => ({ measure, year, value, code, pupils }));
  return listCurrent(schools.rows)
    .filter(({ chain }) => chain.some((id) => bySchool.has(id)))
    .map(({ school: { predecessorId: _, ...school }, chain: [own, ...earlier] }) => ({
      ...school,
      results: earlier.reduce((series, id) => continueFromPredecessor(series, resultsOf(id)), resultsOf(own)),
    }));
}

type Current = { school: SchoolColumns; chain: [string, ...string[]] };

/** The schools that go on, each with the ids of itself and of those before it, the latest first. */
function listCurrent(schools: readonly SchoolColumns[]): Current[] {
  const byId = new Map(schools.map((school) => [school.id, school]));
  const succeeded = new Set(schools.map(({ predecessorId }) => predecessorId));
  const seen = new Set<string>();
  const follow = (school: SchoolColumns): Current => {
    const chain: Current["chain"] = [school.id];
    seen.add(school.id);
    for (
      let at = school.predecessorId;
      at !== null && !chain.includes(at) && chain.length <= MAX_STEPS;
      at = byId.get(at)?.predecessorId ?? null
    ) {
      chain.push(at);
      seen.add(at);
    }
    return { school, chain };
  };
  const current = schools.filter(({ id }) => !succeeded.has(id)).map(follow);
  // Links that go round in a circle have no end; nothing should make them, and no school may be lost to them.
  const goesRound = (school: SchoolColumns) => {
    let at = school.predecessorId;
    for (let step = 1; at !== null && at !== school.id && step < MAX_STEPS; step += 1)
      at = byId.get(at)?.predecessorId ?? null;
    return at === school.id;
  };
  const circular = schools.filter((school) => !seen.has(school.id) && goesRound(school));
  return [...current, ...circular.flatMap((school) => (seen.has(school.id) ? [] : [follow(school)]))];
}
