import { initialTransition, transition } from "xstate";
import { findRefusal } from "../checks";
import { requireDate } from "../dates";
import { checks } from "./guards";
import { supportRequestMachine } from "./machine";
import { supportRequestEventTypes } from "./types";
import type {
  Side,
  StoredSupportRequest,
  SupportRequestContext,
  SupportRequestEvent,
  SupportRequestEventType,
  SupportRequestRefusal,
  SupportRequestState,
} from "./types";

export type SupportRequestDecision =
  ({ ok: true } & StoredSupportRequest) | { ok: false; reason: SupportRequestRefusal; state: SupportRequestState };

/**
 * Decides one event on a stored request, changing nothing itself. Refused: the reason, computed from the guards that
 * refused. Throws RangeError for a date that does not exist.
 */
export function decideSupportRequest(stored: StoredSupportRequest, event: SupportRequestEvent): SupportRequestDecision {
  [event.today, stored.context.startsOn, stored.context.endsOn].forEach(requireDate);
  const refused = (reason: SupportRequestRefusal) => ({ ok: false as const, reason, state: stored.state });
  const snapshot = supportRequestMachine.resolveState({ value: stored.state, context: stored.context });
  if (!snapshot.can(event)) return refused(findRefusal(snapshot, event, stored.context, checks) ?? "wrongState");
  const [next] = transition(supportRequestMachine, snapshot, event);
  return { ok: true, state: next.value, context: next.context };
}

/** A request before it is sent. */
export function initialSupportRequest(input: SupportRequestContext): StoredSupportRequest {
  const [{ value, context }] = initialTransition(supportRequestMachine, input);
  return { state: value, context };
}

/** The events that this person could send in this state, whatever else they need: a page shows their buttons. */
export function listSupportRequestEvents(
  stored: StoredSupportRequest,
  asking: { role: SupportRequestEvent["actor"]["role"]; sides: Side[]; today: string },
): SupportRequestEventType[] {
  const { role, sides, today } = asking;
  // Facts that only the decision itself knows count as met: the state, the person and the days decide.
  const known = { accredited: true, conflict: false, caseOpen: true, withinStaff: true, free: 1, taken: 1 };
  const facts = { ...known, actor: { id: "asking", role }, sides, today, reasonGiven: true };
  return supportRequestEventTypes.filter(
    (type) => decideSupportRequest(stored, { ...facts, type } as SupportRequestEvent).ok,
  );
}

const happened: Record<SupportRequestRefusal, string> = {
  wrongState: "Nothing was changed because this cannot be done as the request stands now.",
  notYourRole: "Nothing was changed because your role does not allow this.",
  caseClosed: "The request was not sent because the school has no open case.",
  notAccredited: "Nothing was changed because the support school is not accredited for all of the days asked for.",
  conflictOfInterest: "Nothing was changed because a conflict of interest is declared.",
  datesOutOfOrder: "The request was not sent because the support would end before it begins.",
  datesPast: "Nothing was changed because the support would be over already.",
  noSuchStaff: "The request was not sent because the support school has not so many days of that teacher.",
  noPlaceFree:
    "The request was not accepted because no place, or not enough of the teacher’s days, is free on all of its days.",
  reasonMissing: "Nothing was changed because no reason was given.",
};

const stands: Record<SupportRequestState, string> = {
  notAsked: "No request was sent.",
  asked: "The request waits for the support school’s council.",
  accepted: "The request is accepted.",
  declined: "The request was declined.",
  withdrawn: "The request was withdrawn.",
  ended: "The support has ended.",
};

/** What happened to a refused event and what stands now, in two sentences for the person who sent it. */
export const supportRequestRefusalSentence = (reason: SupportRequestRefusal, state: SupportRequestState): string =>
  `${happened[reason]} ${stands[state]}`;
