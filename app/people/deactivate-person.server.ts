import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { ChangeRefused } from "./change-refused";
import { lockAdmins, requireAnAdminLeft } from "./lock-admins.server";
import { recordPeopleChange } from "./record-people-change.server";
import { updatePerson } from "./update-person.server";

/**
 * Keeps a person from signing in: ends their sessions and their unused set-password links at once. Their roles stay on
 * record. Throws ChangeRefused for oneself and for the last active admin, StaleForm where the person has changed.
 */
export async function deactivatePerson(asked: {
  actor: PersonActor;
  personId: string;
  version: number;
  now: Date;
}): Promise<{ name: string }> {
  const { actor, personId, version, now } = asked;
  return asActor(actor, async (tx) => {
    await lockAdmins(tx, actor);
    const person = await updatePerson(tx, { personId, version, data: { active: false } });
    if (personId === actor.personId)
      throw new ChangeRefused("Nothing was changed because you cannot deactivate yourself. Another admin can.");
    await requireAnAdminLeft(tx);
    await tx.session.deleteMany({ where: { personId } });
    await tx.setPasswordLink.updateMany({
      where: { personId, usedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    await recordPeopleChange(tx, { actor, kind: "personDeactivated", path: `/people/${personId}`, now });
    return person;
  });
}
