import type { NewEvent } from "~/audit/append-event.server";
import type { Prisma, SchoolCase } from "~/generated/prisma/client";
import type { Actor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { dateColumn } from "~/platform/dates";
import { decide } from "~workflows/school-plan/decide";
import { machineVersion } from "~workflows/school-plan/replay";
import type { CaseEvent, StoredCase } from "~workflows/school-plan/types";
import { actingRoles } from "./acting-roles";
import { EventRefused } from "./event-refused";
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
