import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { applySupportSchoolEvent, lockSupportSchool } from "./apply-support-school-event.server";

type Refuse = { actor: PersonActor; supportSchoolId: string; reason: string; commandId?: string; now: Date };

/** The Department refuses a proposed school, with the reason that its council reads. */
export async function refuseSupportSchool({ actor, supportSchoolId, reason, commandId, now }: Refuse): Promise<void> {
  await asActor(actor, async (tx) => {
    const row = await lockSupportSchool(tx, supportSchoolId);
    const event = { type: "REFUSE_SUPPORT_SCHOOL" as const, reasonGiven: reason.trim() !== "" };
    const stamps = { decidedById: actor.personId, decidedAt: now };
    await applySupportSchoolEvent(tx, row, { actor, event, now, words: reason, commandId }, stamps);
  });
}
