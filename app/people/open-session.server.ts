import type { Tx } from "~/platform/db.server";
import { sessionCookie, sessionLength } from "./cookies.server";
import { hashToken } from "./find-session.server";

/**
 * Signs a person in: a new token each time, and the one the browser came with is ended, so that nobody can plant a token
 * and wait for it to be signed in. Returns the new token; only its hash is kept.
 */
export async function openSession(
  tx: Tx,
  { personId, oldSessionHash, now }: { personId: string; oldSessionHash: string | null; now: Date },
): Promise<string> {
  const token = sessionCookie.newToken();
  const expiresAt = new Date(now.getTime() + sessionLength.longestHours * 3_600_000);
  await tx.session.deleteMany({
    where: { OR: [{ tokenHash: oldSessionHash ?? "" }, { personId, expiresAt: { lte: now } }] },
  });
  await tx.session.create({
    data: { tokenHash: hashToken(token), personId, createdAt: now, lastSeenAt: now, expiresAt },
  });
  await tx.person.update({ where: { id: personId }, data: { lastSignedInAt: now }, select: { id: true } });
  return token;
}
