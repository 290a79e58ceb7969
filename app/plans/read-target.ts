import { type PlanSetting, type SectionContent, textOf } from "./plan-content";

/** A target as it was typed, in per cent; null where it is empty or no percentage. */
export const readTarget = (typed: string): number | null => {
  const value = Number(typed.replace(/\s*%$/, ""));
  return typed.trim() === "" || Number.isNaN(value) || value < 0 || value > 100 ? null : value;
};

/** The target of one year of a plan, as far as it can be read. */
export const targetOf = (typed: SectionContent, year: number): number | null =>
  readTarget(textOf(typed, `target-${year}`));

/** The target of each year of a plan, as far as it can be read. */
export const listTargets = (
  { targetYears }: Pick<PlanSetting, "targetYears">,
  typed: SectionContent,
): { year: number; value: number | null }[] => targetYears.map((year) => ({ year, value: targetOf(typed, year) }));
