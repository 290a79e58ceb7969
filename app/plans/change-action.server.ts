import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { nameSupport } from "~/support/name-support.server";
import { StaleForm } from "./event-refused";
import { lockDraft, noteContributor } from "./lock-plan.server";
import { type ActionAnswers, type PlanActionTyped, typedAction } from "./plan-action.schema";
import { actionColumns } from "./plan-action-columns";
import { toActionContent } from "./read-plan.server";

type ChangeAction = {
  actor: PersonActor;
  planId: string;
  actionId: string;
  /** The version that the person had in front of them. */
  version: number;
  action: ActionAnswers;
  now: Date;
};

export type ChangedAction = { saved: true } | { saved: false; stored: { typed: PlanActionTyped; version: number } };

/**
 * Changes an action of a draft plan. Where somebody changed it since the form was opened, nothing is stored and the
 * answer holds the stored text, so that both can be shown. Throws StaleForm where somebody removed it.
 */
export async function changeAction(asked: ChangeAction): Promise<ChangedAction> {
  const { actor, planId, actionId, version, action, now } = asked;
  if (!isUuid(actionId)) throw new Response("Not found", { status: 404 });
  return asActor(actor, async (tx) => {
    await lockDraft(tx, planId);
    const row = await tx.planAction.findFirst({ where: { id: actionId, planId } });
    if (!row) throw new Response("Not found", { status: 404 });
    if (row.removedAt)
      throw new StaleForm(
        "Your change was not saved because somebody removed this action while you had it open. To keep your text, go back to it in your browser, copy it and add it as a new action.",
      );
    const stored = typedAction(toActionContent(row));
    // The same form sent twice finds its own text stored: that is no conflict.
    const same = JSON.stringify(stored) === JSON.stringify(typedAction(action));
    if (same) return { saved: true };
    if (row.version !== version) return { saved: false, stored: { typed: stored, version: row.version } };
    const support = await nameSupport(tx, { planId, requestId: action.supportRequestId });
    await tx.planAction.update({
      where: { id: actionId },
      data: { ...actionColumns(action), ...support, version: row.version + 1 },
      select: { id: true },
    });
    await noteContributor(tx, { planId, personId: actor.personId, now });
    return { saved: true };
  });
}
