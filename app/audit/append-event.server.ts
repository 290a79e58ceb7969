import { randomUUID } from "node:crypto";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { eventHash, type HashedEvent } from "./event-hash";

type SetHere = "id" | "chain" | "sequence" | "previousHash" | "commandId" | "departmentOnly";

export type NewEvent = Omit<HashedEvent, SetHere> & {
  /** Where its chain belongs: a case, or a council's escalation, which has no case. */
  chain: `case:${string}` | `escalation:${string}`;
  caseId: string | null;
  programmeId: string;
  councilCode: string;
  /** The chain's head: how many events it has and the hash of the last. Read under the lock of the row it belongs to. */
  head: { count: number; hash: string };
  commandId?: string;
  /** The Department's own working, such as a verdict that is not shared yet. */
  departmentOnly?: boolean;
  /** What the person wrote; kept outside the hashed row. */
  words?: string;
};

/** Appends one event to its chain and returns the chain's new head; the caller stores that with the case or escalation. */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<{ id: string; count: number; hash: string }> {
  const { head, words, commandId = null, departmentOnly = false, ...facts } = event;
  const hashed: HashedEvent = {
    ...facts,
    id: randomUUID(),
    commandId,
    departmentOnly,
    sequence: head.count + 1,
    previousHash: head.hash,
  };
  const hash = eventHash(hashed);
  const { id } = hashed;
  await tx.event.create({
    data: {
      ...hashed,
      hash,
      payload: hashed.payload as Prisma.InputJsonValue,
      before: hashed.before as Prisma.InputJsonValue,
      after: hashed.after as Prisma.InputJsonValue,
    },
    select: { id: true },
  });
  if (words?.trim()) await tx.eventWords.create({ data: { eventId: id, words }, select: { eventId: true } });
  return { id, count: hashed.sequence, hash };
}
