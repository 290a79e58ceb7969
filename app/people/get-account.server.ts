import type { PersonActor, RoleName } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { sessionLength } from "./cookies.server";

export type Account = {
  name: string;
  email: string;
  lastSignedInAt: Date | null;
  roles: { role: RoleName; place: string | null; since: Date }[];
  sessions: { startedAt: Date; lastUsedAt: Date; current: boolean }[];
};

/** What the person's own account page shows: who they are, the roles in force and where they are signed in now. */
export async function getAccount(asked: {
  actor: PersonActor;
  sessionHash: string | null;
  now: Date;
}): Promise<Account> {
  const { actor, sessionHash, now } = asked;
  const idleSince = new Date(now.getTime() - sessionLength.idleMinutes * 60_000);
  return asActor(actor, async (tx) => {
    const person = await tx.person.findUniqueOrThrow({
      where: { id: actor.personId },
      select: {
        name: true,
        email: true,
        lastSignedInAt: true,
        grants: {
          where: { revokedAt: null },
          orderBy: [{ grantedAt: "asc" }, { role: "asc" }],
          select: {
            role: true,
            grantedAt: true,
            council: { select: { name: true } },
            school: { select: { name: true } },
          },
        },
        sessions: {
          where: { expiresAt: { gt: now }, lastSeenAt: { gt: idleSince } },
          orderBy: { createdAt: "desc" },
          select: { tokenHash: true, createdAt: true, lastSeenAt: true },
        },
      },
    });
    return {
      name: person.name,
      email: person.email,
      lastSignedInAt: person.lastSignedInAt,
      roles: person.grants.map(({ role, grantedAt, council, school }) => ({
        role: role as RoleName,
        place: school?.name ?? council?.name ?? null,
        since: grantedAt,
      })),
      sessions: person.sessions.map(({ tokenHash, createdAt, lastSeenAt }) => ({
        startedAt: createdAt,
        lastUsedAt: lastSeenAt,
        current: tokenHash === sessionHash,
      })),
    };
  });
}
