import { randomUUID } from "node:crypto";
import { appendEvent } from "~/audit/append-event.server";
import type { CouncilEscalation, Prisma } from "~/generated/prisma/client";
import { actingRoles } from "~/plans/acting-roles";
import type { Actor } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import { dateInLondon } from "~/platform/clock.server";
import type { Tx } from "~/platform/db.server";
import { initialEscalation } from "~workflows/council-escalation/decide";
import { machineVersion } from "~workflows/council-escalation/machine";
import type { StoredEscalation } from "~workflows/council-escalation/types";
import { type AskedEscalationEvent, decideInRoles } from "./decide-in-roles";
import { EscalationRefused } from "./escalation-refused";

export type ApplyEscalationEvent = {
  actor: Actor;
  programmeId: string;
  councilCode: string;
  event: AskedEscalationEvent;
  now: Date;
  /** What the person wrote with it, kept beside the log. */
  words?: string;
  commandId?: string;
};

/** An escalation as its workflow reads it. */
export const storedEscalation = (row: Pick<CouncilEscalation, "level" | "step" | "context">): StoredEscalation =>
  ({ state: { level: row.level, step: row.step }, context: row.context }) as unknown as StoredEscalation;

const columns = ({ state, context }: StoredEscalation) => ({
  level: state.level,
  step: state.step,
  context: context as unknown as Prisma.InputJsonValue,
  machineVersion,
});

/** The council's escalation, opened at its first event and locked until the transaction ends. */
async function lockEscalation(
  tx: Tx,
  { actor, programmeId, councilCode, now }: ApplyEscalationEvent,
): Promise<CouncilEscalation> {
  const where = { programmeId_councilCode: { programmeId, councilCode } };
  await tx.$queryRaw`SELECT id FROM council_escalations
    WHERE programme_id = ${programmeId}::uuid AND council_code = ${councilCode} FOR UPDATE`;
  const found = await tx.councilEscalation.findUnique({ where });
  if (found) return found;
  const id = randomUUID();
  const opened = initialEscalation({ escalationId: id, councilCode });
  const row = await tx.councilEscalation.create({
    data: { id, programmeId, councilCode, ...columns(opened), createdAt: now, updatedAt: now },
  });
  const head = await appendEvent(tx, {
    chain: `escalation:${id}`,
    caseId: null,
    programmeId,
    councilCode,
    type: "ESCALATION_OPENED",
    at: now,
    actorId: actor.kind === "person" ? actor.personId : null,
    actorRole: actingRoles(actor, councilCode)[0] ?? "system",
    payload: { escalationId: id, councilCode, today: dateInLondon(now) },
    machineVersion,
    before: {},
    after: opened.state,
    head: { count: 0, hash: "" },
  });
  return { ...row, eventCount: head.count, eventHash: head.hash };
}

/**
 * Asks the escalation's workflow for one event and, where it is allowed, stores the new level and step and the log's
 * next row and the job that tells those whom it concerns in the caller's transaction. Throws EscalationRefused where it
 * is not.
 */
export async function applyEscalationEvent(tx: Tx, asked: ApplyEscalationEvent): Promise<StoredEscalation> {
  const { actor, event, now, words, commandId } = asked;
  const row = await lockEscalation(tx, asked);
  const chain = `escalation:${row.id}` as const;
  const before = storedEscalation(row);
  if (
    commandId &&
    (await tx.event.findUnique({ where: { chain_commandId: { chain, commandId } }, select: { id: true } }))
  )
    return before;
  const today = dateInLondon(now);
  const chosen = decideInRoles({ stored: before, councilCode: row.councilCode, actor, event, today });
  if (!chosen) throw new EscalationRefused(row.id, "notYourRole", before.state);
  if (!chosen.decision.ok) throw new EscalationRefused(row.id, chosen.decision.reason, before.state);
  const after: StoredEscalation = { state: chosen.decision.state, context: chosen.decision.context };
  const { type, ...payload } = event;
  const head = await appendEvent(tx, {
    chain,
    caseId: null,
    programmeId: row.programmeId,
    councilCode: row.councilCode,
    type,
    at: now,
    actorId: actor.kind === "person" ? actor.personId : null,
    actorRole: chosen.role,
    payload: { ...payload, today },
    machineVersion,
    before: before.state,
    after: after.state,
    head: { count: row.eventCount, hash: row.eventHash },
    commandId,
    words,
  });
  await tx.councilEscalation.update({
    where: { id: row.id, version: row.version },
    data: { ...columns(after), eventCount: head.count, eventHash: head.hash, updatedAt: now, version: row.version + 1 },
    select: { id: true },
  });
  await addJob(tx, "tell-of-event", { eventId: head.id }, `tell:${head.id}`);
  return after;
}
