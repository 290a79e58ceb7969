import type { Prisma } from "~/generated/prisma/client";
import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { checkpointHash, type Heads } from "./checkpoint-hash";

/**
 * Seals the heads of all chains in a checkpoint, unless nothing has happened since the last. What a checkpoint has
 * sealed can no longer be shortened or rewritten unseen, even together with its case. The seal also goes into the
 * service's log lines, which leave the machine: whoever rewrites the database cannot rewrite those.
 */
export async function sealLog({ now }: { now: Date }): Promise<{ sealed: boolean }> {
  return asActor(system("seal-log"), async (tx) => {
    // One at a time: two seals at once would both follow the same one.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('seal-log'))`;
    const rows = await tx.$queryRaw<{ chain: string; count: number; hash: string }[]>`
      SELECT DISTINCT ON (chain) chain, sequence AS count, hash FROM events ORDER BY chain, sequence DESC`;
    const previous = await tx.checkpoint.findFirst({ orderBy: [{ at: "desc" }, { events: "desc" }] });
    const events = rows.reduce((sum, { count }) => sum + count, 0);
    if (events === (previous?.events ?? 0)) return { sealed: false };
    const heads: Heads = Object.fromEntries(rows.map(({ chain, count, hash }) => [chain, { count, hash }]));
    // Checkpoints are read back by their time, so a clock that was set back must not put one before another.
    const at = previous && previous.at >= now ? new Date(previous.at.getTime() + 1) : now;
    const hash = checkpointHash({ at, heads, events, previousHash: previous?.hash ?? "" });
    await tx.checkpoint.create({ data: { at, heads: heads as Prisma.InputJsonValue, hash, events } });
    log("info", "The log was sealed", { chains: rows.length, events, hash });
    return { sealed: true };
  });
}
