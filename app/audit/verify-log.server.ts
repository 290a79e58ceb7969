import { system } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { checkChain, type Difference } from "./check-chain";
import { checkpointHash, type Heads } from "./checkpoint-hash";
import { checkEscalation } from "./check-escalation";
import { checkSupport } from "./check-support";
import { readChains, readEscalationChains, readSupportChains } from "./read-chains.server";

export type Verified = { cases: number; events: number; checkpoints: number; difference: Difference | null };

const actor = system("verify-log");
const BATCH = 100;
const beforeAll = "00000000-0000-0000-0000-000000000000";

const caseOf = (chain: string) => chain.replace(/^case:/, "");

async function verifyCases(): Promise<Pick<Verified, "cases" | "events" | "difference">> {
  let cases = 0;
  let events = 0;
  for (let after = beforeAll; ;) {
    const batch = await asActor(actor, (tx) => readChains(tx, { after, limit: BATCH }));
    for (const chain of batch) {
      const difference = checkChain(chain);
      if (difference) return { cases, events, difference };
      cases += 1;
      events += chain.events.length;
      after = chain.caseId;
    }
    if (batch.length < BATCH) return { cases, events, difference: null };
  }
}

/** The chains that belong to no case: of councils' escalations, and of support schools and requests. */
async function verifyOthers(): Promise<Pick<Verified, "events" | "difference">> {
  let events = 0;
  for (const chain of await asActor(actor, readEscalationChains)) {
    const difference = checkEscalation(chain);
    if (difference) return { events, difference };
    events += chain.events.length;
  }
  for (const chain of await asActor(actor, readSupportChains)) {
    const difference = checkSupport(chain);
    if (difference) return { events, difference };
    events += chain.events.length;
  }
  return { events, difference: null };
}

/** Events that nothing they could belong to has any more. */
async function findOrphan(tx: Tx): Promise<Difference | null> {
  const [orphan] = await tx.$queryRaw<{ chain: string; sequence: number }[]>`
    SELECT e.chain, e.sequence FROM events e
    WHERE NOT EXISTS (SELECT FROM school_cases c WHERE 'case:' || c.id = e.chain)
      AND NOT EXISTS (SELECT FROM council_escalations c WHERE 'escalation:' || c.id = e.chain)
      AND NOT EXISTS (SELECT FROM support_schools c WHERE 'support-school:' || c.id = e.chain)
      AND NOT EXISTS (SELECT FROM support_requests c WHERE 'support-request:' || c.id = e.chain)
    ORDER BY e.chain, e.sequence LIMIT 1`;
  return orphan
    ? { caseId: caseOf(orphan.chain), sequence: orphan.sequence, problem: "its case is no longer stored" }
    : null;
}

/** The first head of a checkpoint that the log no longer holds. */
async function findLostHead(tx: Tx, id: string): Promise<Difference | null> {
  const [lost] = await tx.$queryRaw<{ chain: string; count: number }[]>`
    SELECT h.key AS chain, (h.value ->> 'count')::int AS count
    FROM checkpoints p CROSS JOIN LATERAL jsonb_each(p.heads) h
    WHERE p.id = ${id}::uuid AND NOT EXISTS (
      SELECT FROM events e
      WHERE e.chain = h.key AND e.sequence = (h.value ->> 'count')::int AND e.hash = h.value ->> 'hash')
    ORDER BY h.key LIMIT 1`;
  return lost
    ? { caseId: caseOf(lost.chain), sequence: lost.count, problem: "the event that a checkpoint sealed is not there" }
    : null;
}

async function verifyCheckpoints(): Promise<Pick<Verified, "checkpoints" | "difference">> {
  const ids = await asActor(actor, (tx) =>
    tx.checkpoint.findMany({ select: { id: true }, orderBy: [{ at: "asc" }, { events: "asc" }] }),
  );
  let previousHash = "";
  for (const [index, { id }] of ids.entries()) {
    const difference = await asActor(actor, async (tx) => {
      const { at, heads, events, hash } = await tx.checkpoint.findUniqueOrThrow({ where: { id } });
      const expected = checkpointHash({ at, heads: heads as Heads, events, previousHash });
      previousHash = hash;
      if (hash !== expected)
        return {
          caseId: "all",
          sequence: null,
          problem: `checkpoint ${id} is not what was sealed at ${at.toISOString()}`,
        };
      return findLostHead(tx, id);
    });
    if (difference) return { checkpoints: index, difference };
  }
  return { checkpoints: ids.length, difference: null };
}

/**
 * Checks the whole log: hashes and order of every chain, its replay through the workflow against what is stored of the
 * case, and the checkpoints. Stops at the first difference. May run while people work.
 */
export async function verifyLog(): Promise<Verified> {
  const cases = await verifyCases();
  if (cases.difference) return { ...cases, checkpoints: 0 };
  const others = await verifyOthers();
  const checked = { ...cases, events: cases.events + others.events };
  if (others.difference) return { ...checked, checkpoints: 0, difference: others.difference };
  const orphan = await asActor(actor, findOrphan);
  if (orphan) return { ...checked, checkpoints: 0, difference: orphan };
  return { ...checked, ...(await verifyCheckpoints()) };
}
