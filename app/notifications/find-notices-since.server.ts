import type { PersonActor } from "~/platform/actor";
import type { Tx } from "~/platform/db.server";

const KEPT_MILLISECONDS = 400 * 24 * 60 * 60 * 1000;

/**
 * The instant from which notices are shown to a person: what was said before they joined was not said to them, and
 * after 400 days, more than a round, the log alone keeps it.
 */
export async function findNoticesSince(tx: Tx, { actor, now }: { actor: PersonActor; now: Date }): Promise<Date> {
  const person = await tx.person.findUnique({ where: { id: actor.personId }, select: { createdAt: true } });
  return new Date(Math.max(person?.createdAt.getTime() ?? 0, now.getTime() - KEPT_MILLISECONDS));
}
