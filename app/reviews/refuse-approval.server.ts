import { applyPlanEvent } from "~/plans/apply-plan-event.server";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import type { SectionKey } from "~workflows/school-plan/types";
import { isIndependentOfPlan } from "./independence.server";

type RefuseApproval = {
  actor: PersonActor;
  planId: string;
  /** The sections whose acceptance falls. */
  sections: SectionKey[];
  reason: string;
  commandId?: string;
  now: Date;
};

/**
 * A second reviewer does not approve: the plan goes back to its reviewer, who looks at the named sections again. The
 * reason is the Department's own working until the plan is decided. Throws EventRefused as confirmApproval does.
 */
export async function refuseApproval(asked: RefuseApproval): Promise<void> {
  const { actor, planId, sections, reason, commandId, now } = asked;
  await asActor(actor, async (tx) => {
    const independent = await isIndependentOfPlan(tx, { personId: actor.personId, planId });
    const event = { type: "REFUSE_APPROVAL", independent, sections, reasonGiven: true } as const;
    await applyPlanEvent(tx, { actor, planId, event, words: reason, departmentOnly: true, commandId, now });
  });
}
