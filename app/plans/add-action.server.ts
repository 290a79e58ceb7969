import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { nameSupport } from "~/support/name-support.server";
import { StaleForm } from "./event-refused";
import { lockDraft, noteContributor } from "./lock-plan.server";
import type { ActionAnswers } from "./plan-action.schema";
import { actionColumns } from "./plan-action-columns";

type AddAction = {
  actor: PersonActor;
  planId: string;
  action: ActionAnswers;
  /** The form's key becomes the action's id: the same form sent again adds nothing. */
  commandId: string;
  now: Date;
};

/** Adds an action at the end of a draft plan's list. */
export async function addAction({ actor, planId, action, commandId, now }: AddAction): Promise<void> {
  if (!isUuid(commandId)) throw new StaleForm("The action was not added because the form was incomplete.");
  await asActor(actor, async (tx) => {
    await lockDraft(tx, planId);
    const support = await nameSupport(tx, { planId, requestId: action.supportRequestId });
    const last = await tx.planAction.aggregate({ where: { planId }, _max: { position: true } });
    await tx.planAction.createMany({
      data: [{ id: commandId, planId, position: (last._max.position ?? 0) + 1, ...actionColumns(action), ...support }],
      skipDuplicates: true,
    });
    await noteContributor(tx, { planId, personId: actor.personId, now });
  });
}
