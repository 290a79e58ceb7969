import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { lockDraft, noteContributor } from "./lock-plan.server";

type RemoveAction = { actor: PersonActor; planId: string; actionId: string; now: Date };

/** Takes an action out of a draft plan. Its row stays, since progress may have been recorded on it. */
export async function removeAction({ actor, planId, actionId, now }: RemoveAction): Promise<void> {
  if (!isUuid(actionId)) throw new Response("Not found", { status: 404 });
  await asActor(actor, async (tx) => {
    await lockDraft(tx, planId);
    const row = await tx.planAction.findFirst({ where: { id: actionId, planId }, select: { removedAt: true } });
    if (!row) throw new Response("Not found", { status: 404 });
    if (row.removedAt) return;
    await tx.planAction.update({ where: { id: actionId }, data: { removedAt: now }, select: { id: true } });
    await noteContributor(tx, { planId, personId: actor.personId, now });
  });
}
