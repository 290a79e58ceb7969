import { appendEvent, type NewEvent } from "~/audit/append-event.server";
import type { Prisma, SchoolCase } from "~/generated/prisma/client";
import type { Actor } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import { dateInLondon } from "~/platform/clock.server";
import { dateColumn } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import { decide } from "~workflows/school-plan/decide";
import { machineVersion } from "~workflows/school-plan/replay";
import type { CaseEvent, Effect, StoredCase } from "~workflows/school-plan/types";
import { actingRoles } from "./acting-roles";
import { EventRefused, StaleForm } from "./event-refused";
import { hasEnded } from "./final-states";

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, "actor" | "today"> : never;
/** What is asked of a case, with the facts its guards read. Who asks and the day are added here, never by a form. */
export type AskedEvent = WithoutStamp<CaseEvent>;

export type ApplyEvent = {
  actor: Actor;
  caseId: string;
  event: AskedEvent;
  now: Date;
  /** What the person wrote with it, kept beside the log. */
  words?: string;
  /** The key of the form that asks: the same form posted again has its effect once and gets the same answer. */
  commandId?: string;
  departmentOnly?: boolean;
};

export type Applied = { case: SchoolCase; effects: Effect[]; eventId: string | null; repeated: boolean };

/** A case as the workflow reads it. */
export const storedCase = (row: Pick<SchoolCase, "planState" | "deadlineState" | "context">): StoredCase =>
  ({ state: { plan: row.planState, deadline: row.deadlineState }, context: row.context }) as unknown as StoredCase;

/** The columns that repeat, for queries and indexes, what the workflow's state and context say. */
export function caseColumns(stored: StoredCase) {
  const { state, context } = stored;
  return {
    planState: state.plan,
    deadlineState: state.deadline,
    context: context as unknown as Prisma.InputJsonValue,
    machineVersion,
    dueOn: dateColumn(context.dueOn),
    firstDueOn: dateColumn(context.firstDueOn),
    revisionNumber: context.revision,
    reviewerId: context.reviewerId,
  };
}

/** Locks a case until the transaction ends, so that of two people who decide at once the second reads the first's outcome. */
async function lockCase(tx: Tx, caseId: string): Promise<SchoolCase> {
  await tx.$queryRaw`SELECT id FROM school_cases WHERE id = ${caseId}::uuid FOR UPDATE`;
  const row = await tx.schoolCase.findUnique({ where: { id: caseId } });
  if (!row) throw new Response("Not found", { status: 404 });
  return row;
}

function decideInStrongestRole(row: SchoolCase, { actor, event, now }: ApplyEvent) {
  const id = actor.kind === "system" ? "system" : actor.personId;
  const decisions = actingRoles(actor, row.councilCode).map((role) => ({
    role,
    decision: decide(storedCase(row), { ...event, actor: { id, role }, today: dateInLondon(now) } as CaseEvent),
  }));
  // Refusals that are not about the role say more than "not your role".
  return (
    decisions.find(({ decision }) => decision.ok) ??
    decisions.find(({ decision }) => !decision.ok && decision.reason !== "notYourRole") ??
    decisions[0]
  );
}

/**
 * What an event makes of a case: the log's next row, the case's columns and the effects; null where nothing moves. Throws
 * EventRefused where the workflow refuses it. The case's row must be locked.
 */
export function workOutEvent(row: SchoolCase, asked: ApplyEvent) {
  const { actor, caseId, event, now, words, commandId, departmentOnly } = asked;
  const chosen = decideInStrongestRole(row, asked);
  if (!chosen) throw new EventRefused(caseId, "notYourRole", storedCase(row).state);
  const { role, decision } = chosen;
  if (!decision.ok) throw new EventRefused(caseId, decision.reason, storedCase(row).state);
  if (!decision.changed) return null;

  const { type, ...payload } = event;
  const logged: NewEvent = {
    caseId,
    programmeId: row.programmeId,
    councilCode: row.councilCode,
    type,
    at: now,
    actorId: actor.kind === "system" ? null : actor.personId,
    actorRole: role,
    payload: { ...payload, today: dateInLondon(now) },
    machineVersion,
    before: storedCase(row).state,
    after: decision.state,
    head: { count: row.eventCount, hash: row.eventHash },
    commandId,
    departmentOnly,
    words,
  };
  const columns = {
    ...caseColumns({ state: decision.state, context: decision.context }),
    ...(type === "SUBMIT_PLAN" && { submittedOn: dateColumn(dateInLondon(now)), submittedAt: now }),
    ...(type === "WITHDRAW_SUBMISSION" && { submittedOn: null, submittedAt: null }),
    updatedAt: now,
    endedAt: hasEnded(decision.state.plan) ? now : null,
  };
  return { logged, columns, effects: decision.effects };
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
