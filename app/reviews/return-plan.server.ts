import { applyPlanEvent } from "~/plans/apply-plan-event.server";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { shareVerdicts } from "./current-revision.server";
import { isIndependentOfPlan } from "./independence.server";

type ReturnPlan = {
  actor: PersonActor;
  planId: string;
  /** The day by which the council answers, "2027-03-26". */
  dueOn: string;
  commandId?: string;
  now: Date;
};

/**
 * The plan goes back to the council with the comments on its sections. Throws EventRefused where nothing is commented
 * on, a section has neither acceptance nor comment, the date is not after today, or somebody else has decided.
 */
export async function returnPlan({ actor, planId, dueOn, commandId, now }: ReturnPlan): Promise<void> {
  await asActor(actor, async (tx) => {
    const independent = await isIndependentOfPlan(tx, { personId: actor.personId, planId });
    const event = { type: "RETURN_PLAN", independent, dueOn } as const;
    const [applied] = await applyPlanEvent(tx, { actor, planId, event, commandId, now });
    if (!applied.repeated) await shareVerdicts(tx, { planId, decided: applied.case, now });
  });
}
