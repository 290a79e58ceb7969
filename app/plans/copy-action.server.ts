import type { PersonActor } from "~/platform/actor";
import { deriveId } from "~/platform/derive-id";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { lockDraft, noteContributor } from "./lock-plan.server";
import { requireOwnPlan } from "./require-own-plan.server";

type CopyAction = {
  actor: PersonActor;
  planId: string;
  actionId: string;
  toPlanIds: readonly string[];
  /** The form's key: the same form sent again adds nothing. */
  commandId: string;
  now: Date;
};

/** Adds a copy of an action at the end of other drafts of the council. Gives how many drafts have it. */
export async function copyAction(asked: CopyAction): Promise<number> {
  const { actor, planId, actionId, commandId, now } = asked;
  return asActor(actor, async (tx) => {
    await requireOwnPlan(tx, planId);
    const found = isUuid(actionId)
      ? await tx.planAction.findFirst({ where: { id: actionId, planId, removedAt: null } })
      : null;
    if (!found) throw new Response("Not found", { status: 404 });
    const { id: _id, planId: _plan, position: _position, version: _version, ...columns } = found;
    // In one order, so that two who copy at once do not wait for each other in turn.
    const toPlanIds = [...new Set(asked.toPlanIds)].filter((id) => id !== planId).sort();
    for (const toPlanId of toPlanIds) {
      await lockDraft(tx, toPlanId);
      const last = await tx.planAction.aggregate({ where: { planId: toPlanId }, _max: { position: true } });
      // The support that one school was promised is not the other's.
      const unsupported = { supportRequestId: null, supportSchool: null };
      const copy = { id: deriveId(commandId, toPlanId), planId: toPlanId, position: (last._max.position ?? 0) + 1 };
      await tx.planAction.createMany({ data: [{ ...columns, ...unsupported, ...copy }], skipDuplicates: true });
      await noteContributor(tx, { planId: toPlanId, personId: actor.personId, now });
    }
    return toPlanIds.length;
  });
}
