import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { requireOwnPlan } from "./require-own-plan.server";

type CloseNote = { actor: PersonActor; planId: string; noteId: string; now: Date };

/** Marks a note as dealt with; a note that somebody has closed already stays as they closed it. */
export async function closeNote({ actor, planId, noteId, now }: CloseNote): Promise<void> {
  await asActor(actor, async (tx) => {
    await requireOwnPlan(tx, planId);
    const note = isUuid(noteId) ? await tx.planNote.findFirst({ where: { id: noteId, planId } }) : null;
    if (!note) throw new Response("Not found", { status: 404 });
    await tx.planNote.updateMany({
      where: { id: noteId, closedAt: null },
      data: { closedById: actor.personId, closedAt: now },
    });
  });
}
