import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { newLink } from "./issue-set-password-link.server";

/**
 * Makes the first admin and returns the token of the link with which they set their password; null where there is an
 * active admin already, who can add further ones. A deactivated or role-less account of that address is taken up again.
 */
export async function createFirstAdmin(asked: { name: string; email: string; now: Date }): Promise<string | null> {
  const { name, email, now } = asked;
  return asActor(system("create-first-admin"), async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('admins', 0))`;
    const admins = await tx.person.count({
      where: { active: true, grants: { some: { role: "admin", revokedAt: null } } },
    });
    if (admins > 0) return null;
    const person = await tx.person.upsert({
      where: { email },
      create: { name, email, createdAt: now },
      update: { name, active: true, version: { increment: 1 } },
      select: { id: true, grants: { where: { role: "admin", revokedAt: null }, select: { id: true } } },
    });
    if (person.grants.length === 0)
      await tx.roleGrant.create({ data: { personId: person.id, role: "admin", grantedAt: now } });
    const { token, row } = newLink({ personId: person.id, createdById: null, now });
    await tx.setPasswordLink.create({ data: row });
    return token;
  });
}
