import { StaleForm } from "~/plans/event-refused";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { findHeadedSchool } from "./find-headed-school.server";
import { lockLeads } from "./lock-leads.server";
import { recordPeopleChange } from "./record-people-change.server";

type WithdrawHead = { actor: PersonActor; caseId: string; grantId: string; now: Date };

/** Takes a headteacher's access to the school away, from their next request on; a reply that they gave stays. */
export async function withdrawHead(asked: WithdrawHead): Promise<{ name: string }> {
  const { actor, grantId, now } = asked;
  return asActor(actor, async (tx) => {
    const { schoolId, councilCode } = await findHeadedSchool(tx, asked);
    const grant = isUuid(grantId)
      ? await tx.roleGrant.findFirst({
          where: { id: grantId, schoolId, role: "headteacher" },
          select: { personId: true, person: { select: { name: true } } },
        })
      : null;
    if (!grant) throw new Response("Not found", { status: 404 });
    await lockLeads(tx, { actor, councilCode });
    const { count } = await tx.roleGrant.updateMany({
      where: { id: grantId, revokedAt: null },
      data: { revokedAt: now, revokedById: actor.personId },
    });
    const { name } = grant.person;
    if (count !== 1) throw new StaleForm(`Nothing was changed because ${name} has no access to this school any more.`);
    await recordPeopleChange(tx, { actor, kind: "roleRevoked", path: `/people/${grant.personId}/roles`, now });
    return { name };
  });
}
