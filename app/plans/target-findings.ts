import { formatPercent } from "~/ui/format-number";
import { askedOf, isBeyondMost, mostGained } from "./comparable-schools";
import type { PlanContent } from "./plan-content";
import type { PlanFinding } from "./plan-finding";
import { listTargets } from "./read-target";

const found = (year: number, sentence: string): PlanFinding => ({
  sentence,
  mend: { path: `sections/targets#target-${year}`, text: `Change the target for ${year}` },
});

/** What there is to look at again in a plan's targets. */
export function findInTargets({ sections, setting }: PlanContent): PlanFinding[] {
  const { baseline, comparable = [], floor } = setting;
  const targets = listTargets(setting, sections.targets).flatMap(({ year, value }) =>
    // A target of a year that has its result by now is no step any more.
    value === null || (baseline && year <= baseline.year) ? [] : [{ year, value }],
  );
  const findings: PlanFinding[] = [];
  const steps = baseline ? [{ ...baseline, what: "result" }] : [];
  for (const target of targets) {
    const before = steps.at(-1);
    if (before && target.value < before.value)
      findings.push(
        found(
          target.year,
          `The target for ${target.year}, ${formatPercent(target.value)}, is lower than the ${before.what} ${before.what === "result" ? "of" : "for"} ${before.year}, ${formatPercent(before.value)}.`,
        ),
      );
    steps.push({ ...target, what: "target" });
    const asked = baseline && askedOf(target, baseline);
    const gains = asked && comparable.find(({ span }) => span === asked.span);
    if (asked && gains && isBeyondMost(asked, gains))
      findings.push(
        found(
          target.year,
          `The target for ${target.year} asks for ${asked.gain} percentage points more than the result of ${baseline.year}. ${mostGained(gains)}.`,
        ),
      );
  }
  const last = targets.at(-1);
  if (last && last.year === setting.targetYears.at(-1) && last.value < floor)
    findings.push(found(last.year, `The target for ${last.year} is below the floor of ${formatPercent(floor)}.`));
  return findings;
}
