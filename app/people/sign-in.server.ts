import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { attemptSucceeded, countAttempt } from "./count-attempt.server";
import { openSession } from "./open-session.server";
import { verifyPassword } from "./password-hash.server";

export type SignIn = { ok: true; token: string } | { ok: false; waitUntil: Date | null };

/**
 * Signs in with email and password. An unknown account, a deactivated one and a wrong password get the same answer after
 * the same work; `waitUntil` is set where there were too many failures. Comparing a password takes longer than anything
 * else here, so it happens between two transactions: no database connection waits for it.
 */
export async function signIn(asked: {
  email: string;
  password: string;
  address: string;
  /** The session that the browser came with, which ends. */
  oldSessionHash: string | null;
  now: Date;
}): Promise<SignIn> {
  const { email, password, address, oldSessionHash, now } = asked;
  const { attempt, person } = await asActor(system("sign-in"), async (tx) => ({
    attempt: await countAttempt(tx, { email, address, now }),
    person: await tx.person.findUnique({
      where: { email },
      select: { id: true, active: true, passwordHash: true },
    }),
  }));
  if ("waitUntil" in attempt) return { ok: false, waitUntil: attempt.waitUntil };
  const stored = person?.active ? person.passwordHash : null;
  const right = await verifyPassword(stored, password);
  if (!right || !person) return { ok: false, waitUntil: null };
  return asActor(system("sign-in"), async (tx) => {
    // Asked again: a deactivation or a new password since then counts.
    const same = await tx.person.count({ where: { id: person.id, active: true, passwordHash: stored } });
    if (same !== 1) return { ok: false, waitUntil: null };
    await attemptSucceeded(tx, attempt.attemptId);
    return { ok: true, token: await openSession(tx, { personId: person.id, oldSessionHash, now }) };
  });
}
