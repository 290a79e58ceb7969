import type { PersonActor } from "~/platform/actor";
import type { Tx } from "~/platform/db.server";

export type PeopleChange =
  | "personAdded"
  | "roleGranted"
  | "roleRevoked"
  | "personDeactivated"
  | "personReactivated"
  | "linkIssued"
  | "interestDeclared"
  | "interestWithdrawn";

/** Notes in the log of access, which nobody can change, who changed what about people; in the change's transaction. */
export async function recordPeopleChange(
  tx: Tx,
  { actor, kind, path, now }: { actor: PersonActor; kind: PeopleChange; path: string; now: Date },
): Promise<void> {
  // createMany asks for no row back: only admins may read the log.
  await tx.accessEvent.createMany({ data: [{ at: now, personId: actor.personId, kind, path }] });
}
