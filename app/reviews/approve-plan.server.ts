import { applyPlanEvent } from "~/plans/apply-plan-event.server";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { shareVerdicts } from "./current-revision.server";
import { isIndependentOfPlan } from "./independence.server";

type ApprovePlan = { actor: PersonActor; planId: string; commandId?: string; now: Date };

/**
 * The plan's reviewer approves it. Where it proposes a federation, trust, academy or closure it waits for a second
 * approval, and `awaitsSecond` says so. Throws EventRefused where a section is not accepted or somebody else decided.
 */
export async function approvePlan(asked: ApprovePlan): Promise<{ awaitsSecond: boolean }> {
  const { actor, planId, commandId, now } = asked;
  return asActor(actor, async (tx) => {
    const independent = await isIndependentOfPlan(tx, { personId: actor.personId, planId });
    const event = { type: "APPROVE_PLAN", independent } as const;
    const [applied] = await applyPlanEvent(tx, { actor, planId, event, commandId, now });
    const approved = applied.case.planState === "approved";
    if (approved && !applied.repeated) await shareVerdicts(tx, { planId, decided: applied.case, now });
    return { awaitsSecond: applied.case.planState === "awaitingSecondApproval" };
  });
}
