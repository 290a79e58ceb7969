import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { StaleForm } from "~/plans/event-refused";
import { lockAdmins, requireAnAdminLeft } from "./lock-admins.server";
import { recordPeopleChange } from "./record-people-change.server";
import { updatePerson } from "./update-person.server";

/**
 * Takes a role away, from the person's next request on; the grant stays on record. Throws ChangeRefused where it is the
 * last active admin's, StaleForm where the person has changed or the role was revoked already.
 */
export async function revokeRole(asked: {
  actor: PersonActor;
  personId: string;
  grantId: string;
  version: number;
  now: Date;
}): Promise<void> {
  const { actor, personId, grantId, version, now } = asked;
  if (!isUuid(grantId)) throw new Response("Not found", { status: 404 });
  await asActor(actor, async (tx) => {
    await lockAdmins(tx, actor);
    const { name } = await updatePerson(tx, { personId, version });
    const { count } = await tx.roleGrant.updateMany({
      where: { id: grantId, personId, revokedAt: null },
      data: { revokedAt: now, revokedById: actor.personId },
    });
    if (count !== 1) throw new StaleForm(`Nothing was changed because ${name} does not hold this role any more.`);
    await requireAnAdminLeft(tx);
    await recordPeopleChange(tx, { actor, kind: "roleRevoked", path: `/people/${personId}/roles`, now });
  });
}
