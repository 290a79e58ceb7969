import { randomBytes } from "node:crypto";
import type { PersonActor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { ChangeRefused } from "./change-refused";
import { hashToken } from "./find-session.server";
import { recordPeopleChange } from "./record-people-change.server";

/** How long a set-password link works, in hours. */
export const linkHours = 48;

/** A new link's token, with the row that keeps its hash. */
export function newLink({ personId, createdById, now }: { personId: string; createdById: string | null; now: Date }) {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + linkHours * 3_600_000);
  return { token, row: { tokenHash: hashToken(token), personId, createdById, createdAt: now, expiresAt } };
}

/**
 * Issues a link with which the person sets a password once, in the caller's transaction; older unused ones of theirs
 * die. The token is returned to be handed over and is kept nowhere. Throws ChangeRefused for a deactivated person.
 */
export async function issueLinkTo(
  tx: Tx,
  { actor, personId, now }: { actor: PersonActor; personId: string; now: Date },
): Promise<{ token: string; name: string; expiresAt: Date }> {
  const where = { id: personId };
  const person = isUuid(personId) ? await tx.person.findUnique({ where, select: { name: true, active: true } }) : null;
  if (!person) throw new Response("Not found", { status: 404 });
  if (!person.active)
    throw new ChangeRefused(`No link was issued because ${person.name} is deactivated. Reactivate them first.`);
  await tx.setPasswordLink.updateMany({
    where: { personId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  const { token, row } = newLink({ personId, createdById: actor.personId, now });
  // createMany asks for no row back: whoever issues a link writes its hash and never reads one.
  await tx.setPasswordLink.createMany({ data: [row] });
  await recordPeopleChange(tx, { actor, kind: "linkIssued", path: `/people/${personId}`, now });
  return { token, name: person.name, expiresAt: row.expiresAt };
}

/** The same, for an admin who hands the link over. */
export async function issueSetPasswordLink(asked: {
  actor: PersonActor;
  personId: string;
  now: Date;
}): Promise<{ token: string; name: string; expiresAt: Date }> {
  return asActor(asked.actor, (tx) => issueLinkTo(tx, asked));
}
