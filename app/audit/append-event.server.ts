import { randomUUID } from "node:crypto";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { eventHash, type HashedEvent } from "./event-hash";

type SetHere = "id" | "chain" | "sequence" | "previousHash" | "commandId" | "departmentOnly";

export type NewEvent = Omit<HashedEvent, SetHere> & {
  caseId: string | null;
  /** Only for what belongs to no case: a council's escalation, a support school, a request for support. */
  chain?: `${"escalation" | "support-school" | "support-request"}:${string}`;
  programmeId: string | null;
  councilCode: string;
  /** The chain's head: how many events it has and the hash of the last. Read under the lock of the case's row. */
  head: { count: number; hash: string };
  commandId?: string;
  /** The Department's own working, such as a verdict that is not shared yet. */
  departmentOnly?: boolean;
  /** What the person wrote; kept outside the hashed row. */
  words?: string;
};

/** The row of an event as the next of its chain. */
function chained(event: NewEvent) {
  const { head, words: _, commandId = null, departmentOnly = false, chain, ...facts } = event;
  const hashed: HashedEvent = {
    ...facts,
    id: randomUUID(),
    commandId,
    departmentOnly,
    chain: chain ?? `case:${event.caseId}`,
    sequence: head.count + 1,
    previousHash: head.hash,
  };
  return {
    ...hashed,
    hash: eventHash(hashed),
    payload: hashed.payload as Prisma.InputJsonValue,
    before: hashed.before as Prisma.InputJsonValue,
    after: hashed.after as Prisma.InputJsonValue,
  };
}

/** The head of a chain after an event was appended to it. */
type Appended = { id: string; count: number; hash: string };

// A statement has at most 65,535 parameters, and a row of the log 18.
const BATCH = 1_000;

/** Appends one event to its case's chain and returns the chain's new head; the caller stores that with the case. */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<Appended> {
  const [appended] = await appendEvents(tx, [event]);
  if (!appended) throw new Error("An event was not appended");
  return appended;
}

/** The same for many chains at once, one event each; returns their new heads in the same order. */
export async function appendEvents(tx: Tx, events: readonly NewEvent[]): Promise<Appended[]> {
  const appended: Appended[] = [];
  for (let from = 0; from < events.length; from += BATCH) {
    const batch = events.slice(from, from + BATCH);
    const rows = batch.map(chained);
    await tx.event.createMany({ data: rows });
    const words = rows.flatMap(({ id }, at) => {
      const given = batch[at]?.words;
      return given?.trim() ? [{ eventId: id, words: given }] : [];
    });
    if (words.length > 0) await tx.eventWords.createMany({ data: words });
    appended.push(...rows.map(({ id, sequence, hash }) => ({ id, count: sequence, hash })));
  }
  return appended;
}
