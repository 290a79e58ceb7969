import { lockResults } from "~/identification/lock-results.server";
import type { Actor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { dateColumn } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { applyEvent } from "./apply-event.server";

type CloseSchool = { actor: Actor; caseId: string; reason: string; commandId?: string; now: Date };

/**
 * The school closed without a successor: its case ends, and no later run counts it. A challenge that is still open has
 * nothing left to decide and lapses. Throws EventRefused where the case has ended already.
 */
export async function closeSchool({ actor, caseId, reason, commandId, now }: CloseSchool): Promise<void> {
  await asActor(actor, async (tx) => {
    await lockResults(tx);
    const event = { type: "CLOSE_SCHOOL", reasonGiven: true } as const;
    const applied = await applyEvent(tx, { actor, caseId, event, words: reason, commandId, now });
    if (applied.repeated) return;
    // With the day it is the Department's word, and a file that still has the school as open does not open it again.
    await tx.school.update({
      where: { id: applied.case.schoolId },
      data: { open: false, closedByAdminOn: dateColumn(dateInLondon(now)) },
      select: { id: true },
    });
    await tx.challenge.updateMany({ where: { caseId, state: "open" }, data: { state: "lapsed" } });
  });
}
