import type { Tx } from "~/platform/db.server";
import type { ResultsOverTime, YearResult } from "./results-over-time";

/** Shown even where the rule looks at fewer. */
const FEWEST_YEARS = 4;

export type ResultsAsked = {
  school: { id: string; predecessorId: string | null; councilCode: string };
  programme: { measure: string; floor: number; latestYear: number; concernYears: number };
};

const oneDecimal = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

/**
 * A school's results of the programme's measure, from the years that its rule looks at to the newest there is. A year
 * without a value of its own takes that of the school it replaced. Averages are plain means over open mainstream schools.
 */
export async function listResults(tx: Tx, { school, programme }: ResultsAsked): Promise<ResultsOverTime> {
  const { measure, latestYear } = programme;
  const from = latestYear - Math.max(programme.concernYears, FEWEST_YEARS) + 1;
  const ids = school.predecessorId ? [school.id, school.predecessorId] : [school.id];
  const rows = await tx.result.findMany({
    where: { schoolId: { in: ids }, measure, year: { gte: from } },
    select: { schoolId: true, year: true, value: true, code: true },
  });
  const until = Math.max(latestYear, ...rows.map(({ year }) => year));
  const years = Array.from({ length: until - from + 1 }, (_, index) => from + index);
  const averages = await tx.$queryRaw<{ year: number; council: number | null; national: number | null }[]>`
    SELECT r.year::int AS year,
           (avg(r.value) FILTER (WHERE s.council_code = ${school.councilCode}))::float8 AS council,
           avg(r.value)::float8 AS national
    FROM results r JOIN schools s ON s.id = r.school_id
    WHERE r.measure = ${measure} AND r.year = ANY (${years}::smallint[]) AND r.value IS NOT NULL AND s.open AND s.mainstream
    GROUP BY r.year`;
  const averageOf = (year: number, of: "council" | "national") =>
    oneDecimal(averages.find((row) => row.year === year)?.[of] ?? null);
  const ofYear = (year: number): YearResult => {
    const found = rows.filter((row) => row.year === year);
    const own = found.find((row) => row.schoolId === school.id);
    const best = own?.value ? own : (found.find((row) => row.value !== null) ?? own);
    return { year, value: best?.value ? Number(best.value) : null, code: best?.code ?? null };
  };
  return {
    measure,
    floor: programme.floor,
    school: years.map(ofYear),
    council: years.map((year) => averageOf(year, "council")),
    national: years.map((year) => averageOf(year, "national")),
  };
}
