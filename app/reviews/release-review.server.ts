import { applyPlanEvent } from "~/plans/apply-plan-event.server";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

type ReleaseReview = { actor: PersonActor; planId: string; commandId?: string; now: Date };

/**
 * The plan's reviewer, or an admin, gives the plan back to the queue; what was decided on sections stays for whoever
 * takes it. Throws EventRefused where it is not in review.
 */
export async function releaseReview({ actor, planId, commandId, now }: ReleaseReview): Promise<void> {
  await asActor(actor, (tx) =>
    applyPlanEvent(tx, { actor, planId, event: { type: "RELEASE_REVIEW" }, commandId, now }),
  );
}
