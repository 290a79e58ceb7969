import { appendEvent } from "~/audit/append-event.server";
import type { SchoolCase } from "~/generated/prisma/client";
import { addJob } from "~/platform/add-job.server";
import type { Tx } from "~/platform/db.server";
import type { Effect } from "~workflows/school-plan/types";
import { StaleForm } from "./event-refused";
import { type ApplyEvent, workOutEvent } from "./work-out-event.server";

export type Applied = { case: SchoolCase; effects: Effect[]; eventId: string | null; repeated: boolean };

/** Locks a case until the transaction ends, so that of two people who decide at once the second reads the first's outcome. */
async function lockCase(tx: Tx, caseId: string): Promise<SchoolCase> {
  await tx.$queryRaw`SELECT id FROM school_cases WHERE id = ${caseId}::uuid FOR UPDATE`;
  const row = await tx.schoolCase.findUnique({ where: { id: caseId } });
  if (!row) throw new Response("Not found", { status: 404 });
  return row;
}

/** What is thrown where a locked row was changed all the same. */
export const changedMeanwhile = () => new StaleForm("The case was changed at the same moment.");

/**
 * Asks the workflow for one event on one case and, where it is allowed, stores the new state, the log's next row and
 * the job that tells those whom it concerns, all in the caller's transaction. Throws EventRefused where it is not.
 */
export async function applyEvent(tx: Tx, asked: ApplyEvent): Promise<Applied> {
  const { caseId, commandId } = asked;
  const row = await lockCase(tx, caseId);
  if (commandId) {
    const chain = `case:${caseId}`;
    const before = await tx.event.findUnique({
      where: { chain_commandId: { chain, commandId } },
      select: { id: true },
    });
    if (before) return { case: row, effects: [], eventId: before.id, repeated: true };
  }
  const worked = workOutEvent(row, asked);
  if (!worked) return { case: row, effects: [], eventId: null, repeated: false };
  const { logged, columns, effects } = worked;
  const appended = await appendEvent(tx, logged);
  const { count } = await tx.schoolCase.updateMany({
    where: { id: caseId, version: row.version },
    data: { ...columns, eventCount: appended.count, eventHash: appended.hash, version: row.version + 1 },
  });
  // The row is locked, so this cannot happen while every change goes through here; if one day it does, nothing is lost.
  if (count !== 1) throw changedMeanwhile();
  if (effects.length > 0) await addJob(tx, "tell-of-event", { eventId: appended.id }, `tell:${appended.id}`);
  const after = await tx.schoolCase.findUniqueOrThrow({ where: { id: caseId } });
  return { case: after, effects, eventId: appended.id, repeated: false };
}
