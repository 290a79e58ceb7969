import { applyEvent } from "~/plans/apply-event.server";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { decideExtensionRequest } from "./decide-extension-request.server";

type RefuseExtension = { actor: Actor; caseId: string; reason: string; commandId?: string; now: Date };

/** An admin refuses the pending request: the old date stands. Throws EventRefused where none is pending. */
export async function refuseExtension({ actor, caseId, reason, commandId, now }: RefuseExtension): Promise<void> {
  await asActor(actor, async (tx) => {
    const event = { type: "REFUSE_EXTENSION", reasonGiven: true } as const;
    const applied = await applyEvent(tx, { actor, caseId, event, words: reason, commandId, now });
    if (applied.repeated || actor.kind !== "person") return;
    await decideExtensionRequest(tx, { caseId, decidedById: actor.personId, reason, grantedDueOn: null, now });
  });
}
