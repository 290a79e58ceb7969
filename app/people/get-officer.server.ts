import { councilsLedBy, type PersonActor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";

export type Officer = { grantId: string; personId: string; name: string; councilCode: string; councilName: string };

/** An officer whose role is in force in a council that the person leads; 404 for everybody else's. */
export async function findOfficer(
  tx: Tx,
  { actor, grantId }: { actor: PersonActor; grantId: string },
): Promise<Officer> {
  const held = { id: grantId, role: "officer", revokedAt: null, councilCode: { in: councilsLedBy(actor) } };
  const grant = isUuid(grantId)
    ? await tx.roleGrant.findFirst({
        where: held,
        select: { personId: true, person: { select: { name: true } }, council: { select: { code: true, name: true } } },
      })
    : null;
  if (!grant?.council) throw new Response("Not found", { status: 404 });
  const { code, name } = grant.council;
  return { grantId, personId: grant.personId, name: grant.person.name, councilCode: code, councilName: name };
}

/** The same, with until when an unused set-password link of theirs works; for the lead's pages. */
export async function getOfficer(asked: {
  actor: PersonActor;
  grantId: string;
  now: Date;
}): Promise<Officer & { linkUntil: Date | null }> {
  return asActor(asked.actor, async (tx) => {
    const officer = await findOfficer(tx, asked);
    const open = { personId: officer.personId, usedAt: null, expiresAt: { gt: asked.now } };
    const link = await tx.setPasswordLink.aggregate({ where: open, _max: { expiresAt: true } });
    return { ...officer, linkUntil: link._max.expiresAt };
  });
}
