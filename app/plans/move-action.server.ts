import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { StaleForm } from "./event-refused";
import { lockDraft, noteContributor } from "./lock-plan.server";

type MoveAction = {
  actor: PersonActor;
  planId: string;
  actionId: string;
  /** The place that it is to have, from 1. A place rather than a direction, so that a form sent twice moves once. */
  to: number;
  now: Date;
};

/** Moves an action of a draft plan to another place in the list; the others keep their order. StaleForm where it was removed. */
export async function moveAction({ actor, planId, actionId, to, now }: MoveAction): Promise<void> {
  await asActor(actor, async (tx) => {
    await lockDraft(tx, planId);
    const rows = await tx.planAction.findMany({
      where: { planId, removedAt: null },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, position: true },
    });
    const moved = rows.find(({ id }) => id === actionId);
    if (!moved) {
      const removed = isUuid(actionId) && (await tx.planAction.count({ where: { id: actionId, planId } })) > 0;
      throw removed
        ? new StaleForm("The action was not moved because somebody has removed it.")
        : new Response("Not found", { status: 404 });
    }
    const others = rows.filter(({ id }) => id !== actionId);
    const at = Math.min(Math.max(to, 1), rows.length) - 1;
    const order = [...others.slice(0, at), moved, ...others.slice(at)];
    for (const [index, { id, position }] of order.entries())
      if (position !== index + 1)
        await tx.planAction.update({ where: { id }, data: { position: index + 1 }, select: { id: true } });
    await noteContributor(tx, { planId, personId: actor.personId, now });
  });
}
