import type { Tx } from "~/platform/db.server";
import { type Averages, listAverages } from "./list-averages.server";
import { listSchoolLine } from "./list-school-line.server";
import type { ResultsOverTime, YearResult } from "./results-over-time";

/** Shown even where the rule looks at fewer. */
const FEWEST_YEARS = 4;

export type ResultsAsked = {
  school: { id: string; councilCode: string };
  programme: { measure: string; floor: number; latestYear: number; concernYears: number };
};

/**
 * A school's results of the programme's measure, from the years that its rule looks at to the newest there is, beside
 * the averages of its council and of England, and those averages as they are known. As in the rule, a year takes the
 * value of the nearest school of the line of those it continues that published one, its own before all.
 */
export async function listResultsAndAverages(
  tx: Tx,
  { school, programme }: ResultsAsked,
): Promise<{ results: ResultsOverTime; averages: Averages }> {
  const { measure, latestYear } = programme;
  const from = latestYear - Math.max(programme.concernYears, FEWEST_YEARS) + 1;
  const ids = (await listSchoolLine(tx, school.id)).filter(({ step }) => step <= 0).map(({ id }) => id);
  const rows = await tx.result.findMany({
    where: { schoolId: { in: ids }, measure, year: { gte: from } },
    select: { schoolId: true, year: true, value: true, code: true, pupils: true },
  });
  const until = Math.max(latestYear, ...rows.map(({ year }) => year));
  const years = Array.from({ length: until - from + 1 }, (_, index) => from + index);
  const averages = await listAverages(tx, { measure, years, councilCode: school.councilCode });
  // The school itself comes first in its line, then the nearest before it.
  const ofYear = (year: number): YearResult => {
    const found = ids.flatMap((id) => rows.filter((row) => row.schoolId === id && row.year === year));
    const best = found.find(({ value }) => value !== null) ?? found[0];
    return {
      year,
      value: best?.value ? Number(best.value) : null,
      code: best?.code ?? null,
      ...(best?.pupils && { pupils: best.pupils }),
    };
  };
  const results = {
    measure,
    floor: programme.floor,
    school: years.map(ofYear),
    council: years.map((year) => averages.council[year]?.value ?? null),
    national: years.map((year) => averages.national[year]?.value ?? null),
  };
  return { results, averages };
}

/** The results alone. */
export const listResults = async (tx: Tx, asked: ResultsAsked): Promise<ResultsOverTime> =>
  (await listResultsAndAverages(tx, asked)).results;
