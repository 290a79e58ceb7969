import { requireOwnPlan } from "~/plans/require-own-plan.server";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import type { PlanDocument } from "./document-blocks";
import { readPlanDocument } from "./read-plan-document.server";

/** A council's own plan to take along, a draft included; 404 for a plan of another council, as where there is none. */
export async function getPlanDocument(asked: { actor: Actor; planId: string; now: Date }): Promise<PlanDocument> {
  return asActor(asked.actor, async (tx) => {
    await requireOwnPlan(tx, asked.planId);
    return readPlanDocument(tx, asked);
  });
}
