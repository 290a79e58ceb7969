import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

/** Ends every session of the person, this one included. Returns how many there were. */
export async function signOutEverywhere({ actor }: { actor: PersonActor }): Promise<number> {
  const ended = await asActor(actor, (tx) => tx.session.deleteMany({ where: { personId: actor.personId } }));
  return ended.count;
}
