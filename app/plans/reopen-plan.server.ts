import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { applyPlanEvent } from "./apply-plan-event.server";
import { getPlanOfCase } from "./get-plan-of-case.server";

type ReopenPlan = {
  actor: Actor;
  caseId: string;
  /** The day by which the new revision is due, "2027-06-30". */
  dueOn: string;
  reason: string;
  commandId?: string;
  now: Date;
};

/**
 * An approved plan is opened for a new revision; what was approved stays on record. A plan that serves several schools
 * is reopened for all of them. Throws EventRefused where it is not approved or the date is not after today.
 */
export async function reopenPlan({ actor, caseId, dueOn, reason, commandId, now }: ReopenPlan): Promise<void> {
  await asActor(actor, async (tx) => {
    const planId = await getPlanOfCase(tx, caseId);
    const event = { type: "REOPEN_PLAN", dueOn, reasonGiven: true } as const;
    await applyPlanEvent(tx, { actor, planId, event, words: reason, commandId, now });
  });
}
