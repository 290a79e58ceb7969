import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { applySupportRequestEvent, lockSupportRequest } from "./apply-support-request-event.server";

type WithdrawRequest = { actor: PersonActor; requestId: string; commandId?: string; now: Date };

/** The asking council withdraws a request that was not answered yet. */
export async function withdrawRequest({ actor, requestId, commandId, now }: WithdrawRequest): Promise<void> {
  await asActor(actor, async (tx) => {
    const row = await lockSupportRequest(tx, requestId);
    await applySupportRequestEvent(tx, row, { actor, event: { type: "WITHDRAW_REQUEST" }, now, commandId });
  });
}
