import type { PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { dateColumn } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { applySupportSchoolEvent, lockSupportSchool } from "./apply-support-school-event.server";

type End = { actor: PersonActor; supportSchoolId: string; reason: string; commandId?: string; now: Date };

/** The council or the Department ends an accreditation, once nothing that was accepted is running any more. */
export async function endSupportSchool({ actor, supportSchoolId, reason, commandId, now }: End): Promise<void> {
  await asActor(actor, async (tx) => {
    const row = await lockSupportSchool(tx, supportSchoolId);
    const today = dateColumn(dateInLondon(now));
    const running = await tx.supportRequest.count({
      where: { supportSchoolId, state: "accepted", endsOn: { gte: today } },
    });
    const event = { type: "END_SUPPORT_SCHOOL" as const, reasonGiven: reason.trim() !== "", running };
    await applySupportSchoolEvent(tx, row, { actor, event, now, words: reason, commandId }, { endedAt: now });
  });
}
