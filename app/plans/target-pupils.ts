import { formatCount, formatPercent } from "~/ui/format-number";
import type { PlanSetting } from "./plan-content";

/** The latest year of which the number of pupils in the results is known. */
export type Cohort = { year: number; pupils: number };

export function cohortOf({ results }: Pick<PlanSetting, "results">): Cohort | null {
  const known = results.school.findLast(({ pupils }) => pupils !== undefined);
  return known?.pupils ? { year: known.year, pupils: known.pupils } : null;
}

/** How many of so many pupils come nearest to a percentage: 17 of 30 for 58%. Exact for a percentage of one decimal. */
export const pupilsNearest = (percent: number, pupils: number): number =>
  Math.floor((Math.round(percent * 10) * pupils + 500) / 1000);

/** "58% is about 17 of 30 pupils", without "about" where that many are that percentage, rounded as it was typed. */
export function describePupils(percent: number, { pupils }: Cohort): string {
  const nearest = pupilsNearest(percent, pupils);
  const places = Number.isInteger(percent) ? 1 : 10;
  const exact = Math.round((100 * places * nearest) / pupils) === Math.round(percent * places);
  return `${formatPercent(percent)} is ${exact ? "" : "about "}${formatCount(nearest)} of ${formatCount(pupils)} ${pupils === 1 ? "pupil" : "pupils"}`;
}

/** On which pupils the figures are reckoned, or that their number is not known. */
export const describeCohort = (cohort: Cohort | null): string =>
  cohort
    ? `Pupils are reckoned on the ${formatCount(cohort.pupils)} in the results of ${cohort.year}. Another year may have more or fewer.`
    : "How many pupils the results are of is not known, so the targets cannot be told in pupils.";
