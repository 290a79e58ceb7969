import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { applyPlanEvent } from "./apply-plan-event.server";
import { lockCasesOf } from "./lock-plan.server";

type WithdrawSubmission = { actor: PersonActor; planId: string; commandId?: string; words?: string; now: Date };

/**
 * Takes a submission back before its review begins. The plan can be edited again; the revision stays, marked as
 * withdrawn, and from then on only the council reads it.
 */
export async function withdrawSubmission({ actor, planId, now, ...asked }: WithdrawSubmission): Promise<void> {
  await asActor(actor, async (tx) => {
    await lockCasesOf(tx, planId);
    const [first] = await applyPlanEvent(tx, {
      ...asked,
      actor,
      planId,
      now,
      event: { type: "WITHDRAW_SUBMISSION" },
    });
    if (first.repeated) return;
    const latest = await tx.revision.findFirstOrThrow({
      where: { planId },
      orderBy: { number: "desc" },
      select: { id: true },
    });
    await tx.revision.updateMany({ where: { id: latest.id }, data: { withdrawnAt: now } });
  });
}
