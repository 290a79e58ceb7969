import { applyPlanEvent } from "~/plans/apply-plan-event.server";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { shareVerdicts } from "./current-revision.server";
import { isIndependentOfPlan } from "./independence.server";

type ConfirmApproval = { actor: PersonActor; planId: string; commandId?: string; now: Date };

/**
 * A second reviewer approves what changes what a school is. Throws EventRefused for somebody who gave a verdict on this
 * revision or the first approval, or is not independent.
 */
export async function confirmApproval({ actor, planId, commandId, now }: ConfirmApproval): Promise<void> {
  await asActor(actor, async (tx) => {
    const independent = await isIndependentOfPlan(tx, { personId: actor.personId, planId });
    const event = { type: "CONFIRM_APPROVAL", independent } as const;
    const [applied] = await applyPlanEvent(tx, { actor, planId, event, commandId, now });
    if (!applied.repeated) await shareVerdicts(tx, { planId, decided: applied.case, now });
  });
}
