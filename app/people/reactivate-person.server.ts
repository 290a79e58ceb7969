import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { lockAdmins } from "./lock-admins.server";
import { recordPeopleChange } from "./record-people-change.server";
import { updatePerson } from "./update-person.server";

/** Lets a deactivated person sign in again, with the roles and the password they had. Throws StaleForm where the person has changed. */
export async function reactivatePerson(asked: {
  actor: PersonActor;
  personId: string;
  version: number;
  now: Date;
}): Promise<{ name: string }> {
  const { actor, personId, version, now } = asked;
  return asActor(actor, async (tx) => {
    await lockAdmins(tx, actor);
    const person = await updatePerson(tx, { personId, version, data: { active: true } });
    await recordPeopleChange(tx, { actor, kind: "personReactivated", path: `/people/${personId}`, now });
    return person;
  });
}
