import { EventRefused } from "./event-refused";
import type { PlanDetail } from "./get-plan.server";

/** Throws EventRefused where the plan's text cannot be changed now, so that no page offers a form that must fail. */
export function requireDraft({ editable, case: found }: Pick<PlanDetail, "editable" | "case">): void {
  if (editable) return;
  throw new EventRefused(found.id, "wrongState", { plan: found.planState, deadline: found.deadlineState });
}
