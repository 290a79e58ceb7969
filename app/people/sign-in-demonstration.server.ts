import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isDemonstrationAccount } from "./demonstration-accounts.server";
import { openSession } from "./open-session.server";

/**
 * Signs in to one of the demonstration's accounts without its password and returns the session's token. Answers like a
 * page that does not exist in live mode, for any other account, and where the account was deactivated.
 */
export async function signInDemonstration(asked: {
  email: string;
  oldSessionHash: string | null;
  now: Date;
}): Promise<string> {
  const { email, oldSessionHash, now } = asked;
  if (!isDemonstrationAccount(email)) throw new Response("Not found", { status: 404 });
  return asActor(system("sign-in-demonstration"), async (tx) => {
    const person = await tx.person.findUnique({ where: { email, active: true }, select: { id: true } });
    if (!person) throw new Response("Not found", { status: 404 });
    return openSession(tx, { personId: person.id, oldSessionHash, now });
  });
}
