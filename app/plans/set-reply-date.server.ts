import type { PersonActor } from "~/platform/actor";
import { dateColumn } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { lockDraft } from "./lock-plan.server";

type SetReplyDate = {
  actor: PersonActor;
  planId: string;
  /** The day by which the council asks the head to reply, "2027-01-29". */
  replyByOn: string;
};

/** Sets the only date that a headteacher is told: the council's own, never the Department's due date. */
export async function setReplyDate({ actor, planId, replyByOn }: SetReplyDate): Promise<void> {
  await asActor(actor, async (tx) => {
    await lockDraft(tx, planId);
    await tx.plan.update({
      where: { id: planId },
      data: { replyByOn: dateColumn(replyByOn), version: { increment: 1 } },
      select: { id: true },
    });
  });
}
