import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { StaleForm } from "~/plans/event-refused";
import { findOfficer } from "./get-officer.server";
import { lockLeads } from "./lock-leads.server";
import { recordPeopleChange } from "./record-people-change.server";

/**
 * Takes an officer's role in the council away, from their next request on; roles elsewhere and what they wrote stay.
 * 404 where the role is not in force in a council of this lead.
 */
export async function removeOfficer(asked: {
  actor: PersonActor;
  grantId: string;
  now: Date;
}): Promise<{ name: string; councilName: string }> {
  const { actor, grantId, now } = asked;
  return asActor(actor, async (tx) => {
    const { personId, name, councilCode, councilName } = await findOfficer(tx, asked);
    await lockLeads(tx, { actor, councilCode });
    const { count } = await tx.roleGrant.updateMany({
      where: { id: grantId, revokedAt: null },
      data: { revokedAt: now, revokedById: actor.personId },
    });
    if (count !== 1) throw new StaleForm(`Nothing was changed because ${name} is not an officer any more.`);
    await recordPeopleChange(tx, { actor, kind: "roleRevoked", path: `/people/${personId}/roles`, now });
    return { name, councilName };
  });
}
