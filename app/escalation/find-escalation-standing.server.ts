import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { formatDateTime } from "~/ui/format-date";
import { describeEscalationEvent, type LoggedEscalationEvent } from "./describe-escalation-event";

/** The last thing that happened to an escalation, in a sentence: whose decision stands and since when. */
export async function findEscalationStanding(asked: { actor: Actor; escalationId: string }): Promise<string | null> {
  return asActor(asked.actor, async (tx) => {
    const where = { chain: `escalation:${asked.escalationId}` };
    const last = await tx.event.findFirst({ where, orderBy: { sequence: "desc" } });
    if (!last?.actorId) return null;
    const person = await tx.person.findUnique({ where: { id: last.actorId }, select: { name: true } });
    const did = describeEscalationEvent(last as unknown as LoggedEscalationEvent);
    return `${person?.name ?? "Somebody"} ${did}. That was on ${formatDateTime(last.at)}.`;
  });
}
