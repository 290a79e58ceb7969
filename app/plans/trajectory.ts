import { type PlanSetting, type SectionContent } from "./plan-content";
import { listTargets } from "./read-target";
import { cohortOf, pupilsNearest } from "./target-pupils";

/** One year of the way from the results to the goal. */
export type TrajectoryYear = {
  year: number;
  /** Whether the value is a target; else it is a published result, or the code in its place. */
  target: boolean;
  value: number | null;
  code: string | null;
  /** "17 of 30"; null where the number of pupils is not known. */
  pupils: string | null;
  council: number | null;
  national: number | null;
};

const ofPupils = (value: number | null, pupils: number | undefined) =>
  value === null || pupils === undefined ? null : `${pupilsNearest(value, pupils)} of ${pupils}`;

/** The years with a result and those with a target in their order; a year that has both is one with a target here. */
export function listTrajectory(
  setting: Pick<PlanSetting, "results" | "targetYears">,
  typed: SectionContent,
): TrajectoryYear[] {
  const { results, targetYears } = setting;
  const cohort = cohortOf(setting);
  const averagesOf = (year: number) => {
    const at = results.school.findIndex((result) => result.year === year);
    return { council: results.council[at] ?? null, national: results.national[at] ?? null };
  };
  const before = results.school.filter(({ year }) => !targetYears.includes(year));
  return [
    ...before.map(({ year, value, code, pupils }) => ({
      ...{ year, target: false, value, code },
      pupils: ofPupils(value, pupils),
      ...averagesOf(year),
    })),
    ...listTargets(setting, typed).map(({ year, value }) => ({
      ...{ year, target: true, value, code: null },
      pupils: ofPupils(value, cohort?.pupils),
      ...averagesOf(year),
    })),
  ].sort((a, b) => a.year - b.year);
}
