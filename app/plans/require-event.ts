import type { Actor } from "~/platform/actor";
import { availableEvents } from "~workflows/school-plan/decide";
import type { CaseEventType, RefusalReason, StoredCase } from "~workflows/school-plan/types";
import { actingRoles } from "./acting-roles";
import { EventRefused } from "./event-refused";
import { hasEnded } from "./final-states";

export type CaseAsker = {
  councilCode: string;
  stored: StoredCase;
  actor: Actor;
  /** "2026-11-24", in Europe/London. */
  today: string;
  /** Whether the actor is independent of the plan; matters to reviewers alone. */
  independent?: boolean;
};

/** The event types that the actor could send to the case now, in any role they hold: what a page offers. */
export function eventsOpenTo({ councilCode, stored, actor, today, independent = false }: CaseAsker): CaseEventType[] {
  const id = actor.kind === "system" ? "system" : actor.personId;
  const found = actingRoles(actor, councilCode).flatMap((role) =>
    availableEvents(stored, { actor: { id, role }, today, independent }),
  );
  return [...new Set(found)];
}

type Asked = {
  actor: Actor;
  case: { id: string; stored: StoredCase; available: CaseEventType[] };
  event: CaseEventType;
};

const reviewEvents = ["RECORD_VERDICT", "RETURN_PLAN", "APPROVE_PLAN", "HAND_OVER_REVIEW", "RELEASE_REVIEW"];
const secondEvents = ["CONFIRM_APPROVAL", "REFUSE_APPROVAL"];

function likelyReason({ actor, case: { stored, available }, event }: Asked): RefusalReason {
  const { state, context } = stored;
  const personId = actor.kind === "person" ? actor.personId : "";
  if (hasEnded(state.plan)) return "finished";
  if (event === "REQUEST_EXTENSION" && context.pendingExtension) return "extensionPending";
  if (["GRANT_EXTENSION", "REFUSE_EXTENSION"].includes(event) && !context.pendingExtension) return "noExtensionPending";
  if (event === "START_REVIEW" && state.plan === "submitted") return "notIndependent";
  if (reviewEvents.includes(event) && state.plan === "inReview")
    return context.reviewerId === personId ? "notIndependent" : "notTheReviewer";
  if (secondEvents.includes(event) && state.plan === "awaitingSecondApproval" && !available.includes(event)) {
    const decided = context.verdictGivers.includes(personId) || context.firstApproverId === personId;
    return decided ? "gaveVerdict" : "notIndependent";
  }
  return "wrongState";
}

/** Throws EventRefused where the actor could not send the event now, so that no page offers a form that must fail. */
export function requireEvent(asked: Asked): void {
  const { case: found, event } = asked;
  if (!found.available.includes(event)) throw new EventRefused(found.id, likelyReason(asked), found.stored.state);
}
