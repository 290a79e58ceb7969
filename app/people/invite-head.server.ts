import { randomUUID } from "node:crypto";
import type { PersonActor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { findHeadedSchool } from "./find-headed-school.server";
import { issueLinkTo } from "./issue-set-password-link.server";
import { lockLeads } from "./lock-leads.server";
import { recordPeopleChange } from "./record-people-change.server";

type InviteHead = { actor: PersonActor; caseId: string; name: string; email: string; now: Date };

export type InvitedHead =
  { ok: true; name: string; token: string; expiresAt: Date } | { ok: false; field: "email"; message: string };

// The same whatever the person is elsewhere: a lead learns nothing about people beyond the council's schools.
const elsewhere =
  "This email address cannot be invited. If the person uses the service already, ask the Department to make them the headteacher of this school.";

/** Whether the address belongs to somebody new, to a head of this school, or to whoever else. */
async function findOrAdd(tx: Tx, { name, email, now }: InviteHead, schoolId: string) {
  const personId = randomUUID();
  // Decided by the unique address itself, so that two leads who invite the same person at once make one.
  const added = await tx.person.createMany({
    data: [{ id: personId, name, email, createdAt: now }],
    skipDuplicates: true,
  });
  if (added.count === 1) return { personId, isHead: false };
  const known = await tx.person.findUnique({ where: { email }, select: { id: true, active: true } });
  if (!known?.active) return null;
  const held = { personId: known.id, schoolId, role: "headteacher", revokedAt: null };
  if ((await tx.roleGrant.count({ where: held })) > 0) return { personId: known.id, isHead: true };
  const [answer] = await tx.$queryRaw<{ free: boolean }[]>`SELECT app.holds_no_role(${known.id}::uuid) AS free`;
  return answer?.free ? { personId: known.id, isHead: false } : null;
}

/**
 * Invites the headteacher of one flagged school of the lead's council: makes them known, gives them that school, and
 * issues a link that works once. Invited again they get another link, and the one before stops working. Throws a 404 for
 * a school that is not the lead's, ChangeRefused for who is not the council's lead any more.
 */
export async function inviteHead(asked: InviteHead): Promise<InvitedHead> {
  const { actor, now } = asked;
  return asActor(actor, async (tx) => {
    const { schoolId, councilCode } = await findHeadedSchool(tx, asked);
    await lockLeads(tx, { actor, councilCode });
    const person = await findOrAdd(tx, asked, schoolId);
    if (!person) return { ok: false, field: "email", message: elsewhere };
    const { personId, isHead } = person;
    if (!isHead) {
      const grant = { personId, role: "headteacher", councilCode, schoolId };
      await tx.roleGrant.createMany({ data: [{ ...grant, grantedAt: now, grantedById: actor.personId }] });
      await recordPeopleChange(tx, { actor, kind: "personAdded", path: `/people/${personId}`, now });
    }
    const { token, name, expiresAt } = await issueLinkTo(tx, { actor, personId, now });
    return { ok: true, name, token, expiresAt };
  });
}
