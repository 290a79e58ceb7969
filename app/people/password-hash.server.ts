import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// argon2id (the library's default) with the memory and passes that OWASP's password storage advice gives.
export const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, with its salt and parameters inside. */
export const hashPassword = (password: string): Promise<string> => hash(password, parameters);

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one that was hashed. Where there is no hash the answer is no after the same work, so that
 * the time it takes does not tell whether an account exists.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const nobodys = await (decoy ??= hashPassword(randomBytes(32).toString("hex")));
  const right = await verify(stored ?? nobodys, password);
  return right && stored !== null;
}
