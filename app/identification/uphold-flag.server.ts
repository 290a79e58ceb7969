import { decideExtensionRequest } from "~/deadlines/decide-extension-request.server";
import { applyEvent } from "~/plans/apply-event.server";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

type UpholdFlag = {
  actor: Actor;
  caseId: string;
  reason: string;
  /** The new due date, where the time that the challenge took is made good: an extension in the same transaction. */
  dueOn: string | null;
  commandId?: string;
  now: Date;
};

/**
 * The flag stands: the case goes back to where the challenge was made. Throws EventRefused where no challenge is open,
 * or where the new date is not after the present one; then neither of the two happened.
 */
export async function upholdFlag({ actor, caseId, reason, dueOn, commandId, now }: UpholdFlag): Promise<void> {
  await asActor(actor, async (tx) => {
    const asked = { actor, caseId, words: reason, now };
    const upheld = await applyEvent(tx, { ...asked, commandId, event: { type: "UPHOLD_FLAG", reasonGiven: true } });
    if (upheld.repeated || actor.kind !== "person") return;
    await tx.challenge.updateMany({
      where: { caseId, state: "open" },
      data: { state: "upheld", decidedById: actor.personId, decidedAt: now, decisionReason: reason },
    });
    if (!dueOn) return;
    // The key names the first event; posted again, the form ends there and never comes to this second one.
    await applyEvent(tx, { ...asked, event: { type: "GRANT_EXTENSION", dueOn, reasonGiven: true } });
    await decideExtensionRequest(tx, { caseId, decidedById: actor.personId, reason, grantedDueOn: dueOn, now });
  });
}
