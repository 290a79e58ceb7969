import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { applySupportRequestEvent, lockSupportRequest } from "./apply-support-request-event.server";

type DeclineRequest = { actor: PersonActor; requestId: string; reason: string; commandId?: string; now: Date };

/** The support school's council declines a request, with the reason that the asking council reads. */
export async function declineRequest({ actor, requestId, reason, commandId, now }: DeclineRequest): Promise<void> {
  await asActor(actor, async (tx) => {
    const row = await lockSupportRequest(tx, requestId);
    const event = { type: "DECLINE_REQUEST" as const, reasonGiven: reason.trim() !== "" };
    await applySupportRequestEvent(tx, row, { actor, event, now, words: reason, commandId });
  });
}
