import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { applyEvent } from "./apply-event.server";
import type { ProgressStatus } from "./record-progress.schema";

type RecordProgress = {
  actor: Actor;
  caseId: string;
  /** The action it is about; null for the plan as a whole. */
  actionId: string | null;
  status: ProgressStatus;
  note: string;
  commandId?: string;
  now: Date;
};

/**
 * A council records how its approved plan is going. Entries are never changed: a later one stands beside the earlier.
 * Throws EventRefused where the plan is not approved, and 404 for an action that is not the plan's.
 */
export async function recordProgress(asked: RecordProgress): Promise<void> {
  const { actor, caseId, actionId, status, note, commandId, now } = asked;
  await asActor(actor, async (tx) => {
    const applied = await applyEvent(tx, {
      actor,
      caseId,
      event: { type: "RECORD_PROGRESS" },
      words: note,
      commandId,
      now,
    });
    if (applied.repeated || actor.kind !== "person") return;
    if (actionId) {
      const where = { id: actionId, planId: applied.case.planId ?? "", removedAt: null };
      const action = await tx.planAction.findFirst({ where, select: { id: true } });
      if (!action) throw new Response("Not found", { status: 404 });
    }
    await tx.progressEntry.create({
      data: { caseId, actionId, status, note, recordedById: actor.personId, recordedAt: now },
      select: { id: true },
    });
  });
}
