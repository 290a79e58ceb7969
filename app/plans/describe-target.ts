import { askedOf, describeStanding } from "./comparable-schools";
import type { PlanSetting } from "./plan-content";
import { readTarget } from "./read-target";
import { cohortOf, describePupils } from "./target-pupils";

/** What a target comes to, in sentences: in pupils, and among what comparable schools gained. Nothing where none is typed. */
export function describeTarget(
  { year, typed }: { year: number; typed: string },
  setting: Pick<PlanSetting, "baseline" | "results" | "comparable">,
): string[] {
  const { baseline, comparable } = setting;
  const value = readTarget(typed);
  if (value === null) return [];
  const cohort = cohortOf(setting);
  const asked = baseline && askedOf({ year, value }, baseline);
  return [
    ...(cohort ? [`${describePupils(value, cohort)}.`] : []),
    ...(asked && comparable ? describeStanding(asked, comparable) : []),
  ];
}
