import { applyEvent } from "~/plans/apply-event.server";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

type RemoveFlag = { actor: Actor; caseId: string; reason: string; commandId?: string; now: Date };

/**
 * The school needs no plan after all: the case ends, and an open challenge with it, in the council's favour. Throws
 * EventRefused where the case has ended already.
 */
export async function removeFlag({ actor, caseId, reason, commandId, now }: RemoveFlag): Promise<void> {
  await asActor(actor, async (tx) => {
    const event = { type: "REMOVE_FLAG", reasonGiven: true } as const;
    const applied = await applyEvent(tx, { actor, caseId, event, words: reason, commandId, now });
    if (applied.repeated || actor.kind !== "person") return;
    await tx.challenge.updateMany({
      where: { caseId, state: "open" },
      data: { state: "removed", decidedById: actor.personId, decidedAt: now, decisionReason: reason },
    });
  });
}
