import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import type { SectionKey } from "~workflows/school-plan/types";
import { requireOwnPlan } from "./require-own-plan.server";

type WriteNote = {
  actor: PersonActor;
  planId: string;
  section: SectionKey;
  words: string;
  /** The form's key becomes the note's id, so that the same form sent again adds nothing. */
  commandId: string;
  now: Date;
};

/**
 * Keeps what an officer says to colleagues about a section of their council's plan, in whatever state the plan is. It is
 * no part of the plan. Throws a 404 for a plan that is not their council's.
 */
export async function writeNote({ actor, planId, section, words, commandId, now }: WriteNote): Promise<void> {
  if (!isUuid(commandId)) throw new Response("Not found", { status: 404 });
  await asActor(actor, async (tx) => {
    await requireOwnPlan(tx, planId);
    await tx.planNote.createMany({
      data: [{ id: commandId, planId, section, words, writtenById: actor.personId, writtenAt: now }],
      skipDuplicates: true,
    });
  });
}
