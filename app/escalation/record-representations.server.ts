import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { applyEscalationEvent } from "./apply-escalation-event.server";

type RecordRepresentations = {
  actor: PersonActor;
  escalationId: string;
  /** The council's answer, in its own words. */
  representations: string;
  now: Date;
  commandId?: string;
};

/**
 * A lead answers, on the council's behalf, the step that the Department has proposed. Answers are never changed: a later
 * one stands beside the earlier. Throws EscalationRefused where no step is proposed or the person is no lead of the
 * council, and a 404 for what they may not see.
 */
export async function recordRepresentations(asked: RecordRepresentations): Promise<void> {
  const { actor, escalationId, representations, now, commandId } = asked;
  await asActor(actor, async (tx) => {
    const where = { id: escalationId };
    const found = await tx.councilEscalation.findUnique({ where, select: { programmeId: true, councilCode: true } });
    if (!found) throw new Response("Not found", { status: 404 });
    const event = { type: "RECORD_REPRESENTATIONS" as const, wordsGiven: representations.trim() !== "" };
    await applyEscalationEvent(tx, { actor, ...found, event, now, words: representations, commandId });
  });
}
