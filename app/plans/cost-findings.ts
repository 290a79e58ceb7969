import { formatPounds } from "~/ui/format-number";
import { actionsCost, type PlanContent, textOf } from "./plan-content";
import type { PlanFinding } from "./plan-finding";
import { readPounds } from "./read-pounds";
import { saysNothing } from "./says-nothing";

/** What there is to look at again in the section on cost, once it has been begun. */
export function findInCost({ sections, actions }: PlanContent): PlanFinding[] {
  const typed = sections.cost;
  const begun = Object.values(typed).some((held) => held.length > 0);
  const total = actionsCost(actions) + (readPounds(textOf(typed, "otherCosts")) ?? 0);
  if (!begun || total === 0 || !saysNothing(textOf(typed, "funding"))) return [];
  return [
    {
      sentence: `The plan costs ${formatPounds(total / 100)}, and this section does not say where the money comes from.`,
      mend: { path: "sections/cost", text: "Change cost" },
    },
  ];
}
