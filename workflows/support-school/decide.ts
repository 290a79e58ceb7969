import { initialTransition, transition } from "xstate";
import { findRefusal } from "../checks";
import { requireDate } from "../dates";
import { checks } from "./guards";
import { supportSchoolMachine } from "./machine";
import type { SupportSchoolInput } from "./machine";
import { supportSchoolEventTypes } from "./types";
import type {
  StoredSupportSchool,
  SupportSchoolEvent,
  SupportSchoolEventType,
  SupportSchoolRefusal,
  SupportSchoolState,
} from "./types";

export type SupportSchoolDecision =
  ({ ok: true } & StoredSupportSchool) | { ok: false; reason: SupportSchoolRefusal; state: SupportSchoolState };

/**
 * Decides one event on a stored support school, changing nothing itself. Refused: the reason, computed from the guards
 * that refused. Throws RangeError for a date that does not exist.
 */
export function decideSupportSchool(stored: StoredSupportSchool, event: SupportSchoolEvent): SupportSchoolDecision {
  requireDate(event.today);
  if ("termFrom" in event) [event.termFrom, event.termTo].forEach(requireDate);
  const refused = (reason: SupportSchoolRefusal) => ({ ok: false as const, reason, state: stored.state });
  const snapshot = supportSchoolMachine.resolveState({ value: stored.state, context: stored.context });
  if (!snapshot.can(event)) return refused(findRefusal(snapshot, event, stored.context, checks) ?? "wrongState");
  const [next] = transition(supportSchoolMachine, snapshot, event);
  return { ok: true, state: next.value, context: next.context };
}

/** A support school before it is proposed. */
export function initialSupportSchool(input: SupportSchoolInput): StoredSupportSchool {
  const [{ value, context }] = initialTransition(supportSchoolMachine, input);
  return { state: value, context };
}

/** The events that this role could send in this state, whatever else they need: a page shows their buttons. */
export function listSupportSchoolEvents(
  stored: StoredSupportSchool,
  asking: { role: SupportSchoolEvent["actor"]["role"]; ownCouncil: boolean; today: string },
): SupportSchoolEventType[] {
  const actor = { id: "asking", role: asking.role };
  // Facts that no reader of a page has given yet count as met: only the state and the person decide.
  const facts = {
    ...asking,
    actor,
    eligible: true,
    reasonGiven: true,
    running: 0,
    termFrom: asking.today,
    termTo: "9999-12-31",
  };
  return supportSchoolEventTypes.filter(
    (type) => decideSupportSchool(stored, { ...facts, type } as SupportSchoolEvent).ok,
  );
}

const happened: Record<SupportSchoolRefusal, string> = {
  wrongState: "Nothing was changed because this cannot be done as the support school stands now.",
  notYourRole: "Nothing was changed because your role does not allow this.",
  notEligible:
    "Nothing was changed because a support school must be open, state-funded and without an open case of its own.",
  termEndsBeforeItBegins: "The school was not accredited because its term would end before it begins.",
  termOver: "The school was not accredited because its term must end after today.",
  supportRunning: "The accreditation was not ended because the school still supports another. End that support first.",
  reasonMissing: "Nothing was changed because no reason was given.",
};

const stands: Record<SupportSchoolState, string> = {
  notProposed: "The school is not proposed.",
  proposed: "The proposal waits for the Department’s decision.",
  accredited: "The school is accredited.",
  refused: "The proposal was refused.",
  ended: "The accreditation has ended.",
};

/** What happened to a refused event and what stands now, in two sentences for the person who sent it. */
export const supportSchoolRefusalSentence = (reason: SupportSchoolRefusal, state: SupportSchoolState): string =>
  `${happened[reason]} ${stands[state]}`;
