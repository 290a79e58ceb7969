import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

/** How many notices of this person's are not read yet; the database's policy decides which are theirs. */
export async function countUnreadNotices({ actor }: { actor: PersonActor }): Promise<number> {
  return asActor(actor, (tx) => tx.notice.count({ where: { readings: { none: { personId: actor.personId } } } }));
}
