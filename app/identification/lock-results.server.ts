import { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/**
 * The lock under which stored schools, results, links and choices change: the second of two files compares with what the
 * first left. Whoever takes it takes it before every other lock, so that no two wait for each other in turn.
 */
export const resultsLock = "SELECT pg_advisory_xact_lock(hashtext('take-over-results-file'))";

/** The same for a person who changes a school or a choice. */
export async function lockResults(tx: Tx): Promise<void> {
  await tx.$executeRaw(Prisma.raw(resultsLock));
}
