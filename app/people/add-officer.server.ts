import { randomUUID } from "node:crypto";
import { leads, type PersonActor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { lockLeads } from "./lock-leads.server";
import { recordPeopleChange } from "./record-people-change.server";

export type AddOfficer = { ok: true; grantId: string } | { ok: false; field: "email" | "councilCode"; message: string };

// The same for everybody who is not this council's to add: a lead learns nothing about people elsewhere.
const elsewhere =
  "This email address cannot be added. If the person uses the service already, ask the Department to make them an officer of your council.";

/** The person with this address, new or an officer of before; a message where they are not the lead's to add. */
async function findOrAdd(
  tx: Tx,
  { name, email, councilCode, now }: { name: string; email: string; councilCode: string; now: Date },
): Promise<{ personId: string } | { message: string }> {
  const personId = randomUUID();
  // Decided by the unique address itself, so that two leads who add the same person at once make one.
  const added = await tx.person.createMany({
    data: [{ id: personId, name, email, createdAt: now }],
    skipDuplicates: true,
  });
  if (added.count === 1) return { personId };
  const known = await tx.person.findUnique({ where: { email }, select: { id: true, active: true } });
  if (!known?.active) return { message: elsewhere };
  const held = { personId: known.id, councilCode, revokedAt: null, role: { in: ["officer", "lead"] } };
  if ((await tx.roleGrant.count({ where: held })) > 0)
    return { message: "There is already an officer of your council with this email address" };
  const [before] = await tx.$queryRaw<{ manages: boolean }[]>`SELECT app.manages(${known.id}::uuid) AS manages`;
  return before?.manages ? { personId: known.id } : { message: elsewhere };
}

/**
 * Adds an officer to a council on behalf of its lead; an officer who was removed before gets the role back. They sign
 * in once a set-password link has been handed to them. Throws ChangeRefused for who is not the council's lead any more.
 */
export async function addOfficer(asked: {
  actor: PersonActor;
  name: string;
  email: string;
  councilCode: string;
  now: Date;
}): Promise<AddOfficer> {
  const { actor, councilCode, now } = asked;
  if (!leads(actor, councilCode)) return { ok: false, field: "councilCode", message: "Select a council that you lead" };
  return asActor(actor, async (tx) => {
    await lockLeads(tx, { actor, councilCode });
    const person = await findOrAdd(tx, asked);
    if ("message" in person) return { ok: false, field: "email", message: person.message };
    const grantId = randomUUID();
    const grant = { id: grantId, personId: person.personId, role: "officer", councilCode };
    await tx.roleGrant.createMany({ data: [{ ...grant, grantedAt: now, grantedById: actor.personId }] });
    await recordPeopleChange(tx, { actor, kind: "personAdded", path: `/people/${person.personId}`, now });
    return { ok: true, grantId };
  });
}
