import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

/** Ends one session of the person. */
export async function signOut({ actor, sessionHash }: { actor: PersonActor; sessionHash: string }): Promise<void> {
  await asActor(actor, (tx) => tx.session.deleteMany({ where: { tokenHash: sessionHash, personId: actor.personId } }));
}
