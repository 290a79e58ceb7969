import { randomUUID } from "node:crypto";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { eventHash, type HashedEvent } from "./event-hash";

type SetHere = "id" | "chain" | "sequence" | "previousHash" | "commandId" | "departmentOnly";

export type NewEvent = Omit<HashedEvent, SetHere> & {
  caseId: string | null;
  /** Only for what belongs to no case: a council's escalation. */
  chain?: `escalation:${string}`;
  programmeId: string;
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

/** Appends one event to its case's chain and returns the chain's new head; the caller stores that with the case. */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<{ id: string; count: number; hash: string }> {
  const row = chained(event);
  const { id, sequence, hash } = row;
  const { words } = event;
  await tx.event.create({ data: row, select: { id: true } });
  if (words?.trim()) await tx.eventWords.create({ data: { eventId: id, words }, select: { eventId: true } });
  return { id, count: sequence, hash };
}

/** Appends the first event of many chains at once, without words, and returns their heads in the same order. */
export async function appendFirstEvents(
  tx: Tx,
  events: readonly Omit<NewEvent, "head" | "words">[],
): Promise<{ count: number; hash: string }[]> {
  const rows = events.map((event) => chained({ ...event, head: { count: 0, hash: "" } }));
  await tx.event.createMany({ data: rows });
  return rows.map(({ sequence, hash }) => ({ count: sequence, hash }));
}
