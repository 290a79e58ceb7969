import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { hashToken } from "./find-session.server";
import { findSetPasswordLink } from "./find-set-password-link.server";
import { hashPassword } from "./password-hash.server";

/**
 * Sets the password of the person whose link this is, uses the link up, with any other of theirs, and ends their
 * sessions. False where the link is unknown, used or expired: of two people who use it at once, one succeeds.
 */
export async function setPassword(asked: { token: string; password: string; now: Date }): Promise<boolean> {
  const { token, password, now } = asked;
  // Asked first, so that made-up links do not cost the work of hashing.
  if (!(await findSetPasswordLink({ token, now }))) return false;
  const passwordHash = await hashPassword(password);
  const tokenHash = hashToken(token);
  return asActor(system("set-password"), async (tx) => {
    const { count } = await tx.setPasswordLink.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now }, person: { active: true } },
      data: { usedAt: now },
    });
    if (count !== 1) return false;
    const { personId } = await tx.setPasswordLink.findUniqueOrThrow({ where: { tokenHash } });
    await tx.setPasswordLink.updateMany({
      where: { personId, usedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    await tx.person.update({ where: { id: personId }, data: { passwordHash }, select: { id: true } });
    await tx.session.deleteMany({ where: { personId } });
    return true;
  });
}
