import { type PersonActor, system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { attemptSucceeded, countAttempt } from "./count-attempt.server";
import { hashPassword, verifyPassword } from "./password-hash.server";

export type ChangePassword = { ok: true } | { ok: false; waitUntil: Date | null };

/**
 * Changes the person's own password and ends their other sessions. The current password is asked for and guesses are
 * counted as at sign-in, so that a screen left open is not an account lost; `waitUntil` is set after too many.
 */
export async function changePassword(asked: {
  actor: PersonActor;
  currentPassword: string;
  newPassword: string;
  address: string;
  /** The session that goes on. */
  sessionHash: string | null;
  now: Date;
}): Promise<ChangePassword> {
  const { actor, currentPassword, newPassword, address, sessionHash, now } = asked;
  const id = actor.personId;
  // The system's role: nobody else reads or writes a password's hash.
  const { attempt, stored } = await asActor(system("change-password"), async (tx) => ({
    attempt: await countAttempt(tx, { email: actor.email, address, now }),
    stored: (await tx.person.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } })).passwordHash,
  }));
  if ("waitUntil" in attempt) return { ok: false, waitUntil: attempt.waitUntil };
  if (!(await verifyPassword(stored, currentPassword))) return { ok: false, waitUntil: null };
  const passwordHash = await hashPassword(newPassword);
  return asActor(system("change-password"), async (tx) => {
    await attemptSucceeded(tx, attempt.attemptId);
    const { count } = await tx.person.updateMany({
      where: { id, active: true, passwordHash: stored },
      data: { passwordHash },
    });
    if (count !== 1) return { ok: false, waitUntil: null };
    await tx.session.deleteMany({ where: { personId: id, NOT: { tokenHash: sessionHash ?? "" } } });
    return { ok: true };
  });
}
