import { applyEvent } from "~/plans/apply-event.server";
import type { Actor } from "~/platform/actor";
import { dateColumn } from "~/platform/dates";
import { asActor } from "~/platform/db.server";

type RequestExtension = {
  actor: Actor;
  caseId: string;
  /** The date asked for, "2027-03-26". */
  dueOn: string;
  reason: string;
  commandId?: string;
  now: Date;
};

/**
 * A council asks for a later due date. One request at a time. Throws EventRefused where no plan is owed, a request is
 * pending, or the date is not after today and the present due date.
 */
export async function requestExtension(asked: RequestExtension): Promise<void> {
  const { actor, caseId, dueOn, reason, commandId, now } = asked;
  await asActor(actor, async (tx) => {
    const event = { type: "REQUEST_EXTENSION", requestedDueOn: dueOn, reasonGiven: true } as const;
    const applied = await applyEvent(tx, { actor, caseId, event, words: reason, commandId, now });
    if (applied.repeated || actor.kind !== "person") return;
    await tx.extensionRequest.create({
      data: {
        caseId,
        requestedById: actor.personId,
        requestedAt: now,
        requestedDueOn: dateColumn(dueOn),
        previousDueOn: applied.case.dueOn,
        reason,
      },
      select: { id: true },
    });
  });
}
