import type { PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { dateColumn, isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { applySupportRequestEvent, lockSupportRequest } from "./apply-support-request-event.server";

type EndSupport = { actor: PersonActor; requestId: string; reason: string; commandId?: string; now: Date };

/** Either council ends an accepted support before its last day, with a reason; what it took is free from then on. */
export async function endSupport({ actor, requestId, reason, commandId, now }: EndSupport): Promise<void> {
  await asActor(actor, async (tx) => {
    const row = await lockSupportRequest(tx, requestId);
    const event = { type: "END_SUPPORT" as const, reasonGiven: reason.trim() !== "" };
    // A support that is ended after its last day was over on that day.
    const today = dateInLondon(now);
    const endedOn = dateColumn(today < isoDate(row.endsOn) ? today : isoDate(row.endsOn));
    await applySupportRequestEvent(tx, row, { actor, event, now, words: reason, commandId }, { endedOn });
  });
}
