import { applyEvent } from "~/plans/apply-event.server";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { decideExtensionRequest } from "./decide-extension-request.server";

type GrantExtension = {
  actor: Actor;
  caseId: string;
  /** The new due date, which may differ from the one asked for: "2027-03-26". */
  dueOn: string;
  reason: string;
  commandId?: string;
  now: Date;
};

/** An admin grants the pending request. Throws EventRefused where none is pending or the date is not a later one. */
export async function grantExtension({ actor, caseId, dueOn, reason, commandId, now }: GrantExtension): Promise<void> {
  await asActor(actor, async (tx) => {
    const event = { type: "GRANT_EXTENSION", dueOn, reasonGiven: true } as const;
    const applied = await applyEvent(tx, { actor, caseId, event, words: reason, commandId, now });
    if (applied.repeated || actor.kind !== "person") return;
    await decideExtensionRequest(tx, { caseId, decidedById: actor.personId, reason, grantedDueOn: dueOn, now });
  });
}
