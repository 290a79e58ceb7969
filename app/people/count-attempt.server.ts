import { createHmac } from "node:crypto";
import type { Tx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { allowedFailures, type Failures, forgottenAfter, waitUntil } from "./sign-in-wait";

const day = 86_400_000;
const keptFor = 30 * day;

// Keyed, so that the table tells neither who tried nor from where.
const keyed = (kind: string, value: string) =>
  createHmac("sha256", env().SESSION_SECRET).update(`attempt:${kind}:${value}`).digest("base64url");

/** One network's addresses count together: a household or office holds a whole /64 of IPv6. */
export function addressGroup(address: string): string {
  if (address.includes(".")) return address.slice(address.lastIndexOf(":") + 1);
  const [head = "", tail] = address.split("::");
  const groups = head.split(":");
  if (tail !== undefined) while (groups.length < 4) groups.push("0");
  return groups.slice(0, 4).join(":");
}

export type Attempt = { waitUntil: Date } | { attemptId: bigint };

/**
 * Counts an attempt with a password, or refuses it until a given instant. It is counted as failed before the password is
 * compared, and one account's attempts one after the other: a hundred guesses at the same moment are a hundred.
 * An address from which the account was used in the last 30 days answers for its own failures alone, so that others'
 * guessing elsewhere cannot keep the owner out. `now` is also when an allowed attempt is kept as made.
 */
export async function countAttempt(
  tx: Tx,
  { email, address, now }: { email: string; address: string; now: Date },
): Promise<Attempt> {
  const accountHash = keyed("account", email);
  const addressHash = keyed("address", addressGroup(address));
  const since = new Date(now.getTime() - forgottenAfter);
  const kept = new Date(now.getTime() - keptFor);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${accountHash}, 0))`;
  const [ofAccount] = await tx.$queryRaw<Failures[]>`
    WITH mine AS (SELECT id, at, succeeded, address_hash FROM sign_in_attempts
                  WHERE account_hash = ${accountHash} AND at > ${kept}),
         used AS (SELECT max(id) AS last_id FROM mine WHERE succeeded AND address_hash = ${addressHash})
    SELECT count(*)::int AS failures, max(at) AS last FROM mine, used
    WHERE NOT succeeded AND at > ${since}
      AND (last_id IS NULL OR (address_hash = ${addressHash} AND id > last_id))`;
  const [ofAddress] = await tx.$queryRaw<Failures[]>`
    SELECT count(*)::int AS failures, max(at) AS last FROM sign_in_attempts
    WHERE address_hash = ${addressHash} AND NOT succeeded AND at > ${since}`;
  const none = { failures: 0, last: null };
  const waits = [
    waitUntil(ofAccount ?? none, allowedFailures.account, now),
    waitUntil(ofAddress ?? none, allowedFailures.address, now),
  ].filter((wait) => wait !== null);
  const longest = waits.sort((a, b) => b.getTime() - a.getTime())[0];
  if (longest) return { waitUntil: longest };
  // A few of the oldest go with each new one, so that the table never needs a sweep.
  await tx.$executeRaw`
    DELETE FROM sign_in_attempts WHERE at < ${kept} AND id IN (SELECT id FROM sign_in_attempts ORDER BY id LIMIT 20)`;
  const { id } = await tx.signInAttempt.create({ data: { accountHash, addressHash, at: now, succeeded: false } });
  return { attemptId: id };
}

/** Marks a counted attempt as one that gave the right password. */
export async function attemptSucceeded(tx: Tx, attemptId: bigint): Promise<void> {
  await tx.signInAttempt.update({ where: { id: attemptId }, data: { succeeded: true } });
}
