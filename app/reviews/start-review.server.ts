import { applyPlanEvent } from "~/plans/apply-plan-event.server";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isIndependentOfPlan } from "./independence.server";

type StartReview = { actor: PersonActor; planId: string; commandId?: string; now: Date };

/**
 * The reviewer becomes the plan's reviewer. Throws EventRefused where it is not submitted, somebody else has begun, or
 * the person is not independent of every school it serves.
 */
export async function startReview({ actor, planId, commandId, now }: StartReview): Promise<void> {
  await asActor(actor, async (tx) => {
    const independent = await isIndependentOfPlan(tx, { personId: actor.personId, planId });
    await applyPlanEvent(tx, { actor, planId, event: { type: "START_REVIEW", independent }, commandId, now });
  });
}
