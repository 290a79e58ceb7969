import { decide, initialCase } from "./decide";
import type { CaseInput } from "./machine";
import { sectionKeys } from "./types";
import type { Actor, CaseEvent, CaseEventType, PlanState, Role, StoredCase } from "./types";

/** Fictional cases and events for tests: every fact filled in so that only what a test overrides can refuse. */
export const TODAY = "2026-12-01";
export const DUE = "2027-02-26";
export const caseInput: CaseInput = {
  caseId: "case-1",
  schoolUrn: "900001",
  laestab: "0019001",
  dueOn: DUE,
  today: TODAY,
};

export const actorOf = (role: Role, id = `${role}-1`): Actor => ({ id, role });

type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;
type Facts = { [Type in CaseEventType]: Omit<EventOf<Type>, "type" | "actor" | "today"> };

const reason = { reasonGiven: true };
const independent = { independent: true };

export const typicalFacts: Facts = {
  CHALLENGE_FLAG: { ground: "figures" },
  START_PLAN: {},
  UPHOLD_FLAG: reason,
  REMOVE_FLAG: reason,
  CLOSE_SCHOOL: reason,
  SUCCEED_SCHOOL: { newUrn: "900002" },
  RECORD_RESULTS: { year: 2027, exitRuleMet: true },
  SUBMIT_PLAN: {
    incompleteSections: [],
    headReply: "given",
    commentsWithoutReply: [],
    changedSections: [],
    proposesStructuralChange: false,
  },
  WITHDRAW_SUBMISSION: {},
  START_REVIEW: independent,
  RECORD_VERDICT: { ...independent, section: "causes", verdict: "comment", commentGiven: true },
  RETURN_PLAN: { ...independent, dueOn: "2027-03-26" },
  APPROVE_PLAN: independent,
  HAND_OVER_REVIEW: { toId: "reviewer-2", toIndependent: true },
  RELEASE_REVIEW: {},
  CONFIRM_APPROVAL: independent,
  REFUSE_APPROVAL: { ...independent, ...reason, sections: ["cost"] },
  RECORD_PROGRESS: {},
  REOPEN_PLAN: { ...reason, dueOn: "2027-06-30" },
  REQUEST_EXTENSION: { ...reason, requestedDueOn: "2027-04-30" },
  GRANT_EXTENSION: { ...reason, dueOn: "2027-04-23" },
  REFUSE_EXTENSION: reason,
  DEADLINE_SET: { ...reason, dueOn: "2027-03-19" },
  DAY_BEGAN: {},
};

/** An event with its typical facts, or those given in their place. */
export function eventOf<Type extends CaseEventType>(
  type: Type,
  by: Role | Actor,
  facts: Partial<Facts[Type]> = {},
  today = TODAY,
): CaseEvent {
  const actor = typeof by === "string" ? actorOf(by) : by;
  return { type, actor, today, ...typicalFacts[type], ...facts } as CaseEvent;
}

/** The case after these events. Throws at the first refused. */
export function after(stored: StoredCase, ...events: CaseEvent[]): StoredCase {
  return events.reduce((before, event) => {
    const decision = decide(before, event);
    if (!decision.ok) throw new Error(`${event.type} was refused: ${decision.reason}`);
    return { state: decision.state, context: decision.context };
  }, stored);
}

export const verdictOnAll = (verdict: "accepted" | "comment", by: Actor = actorOf("reviewer")) =>
  sectionKeys.map((section) =>
    eventOf("RECORD_VERDICT", by, { section, verdict, commentGiven: verdict === "comment" }),
  );

const start = [eventOf("START_PLAN", "officer")];
const submit = [...start, eventOf("SUBMIT_PLAN", "lead")];
const review = [...submit, eventOf("START_REVIEW", "reviewer")];
const submitStructural = [...start, eventOf("SUBMIT_PLAN", "lead", { proposesStructuralChange: true })];
const approve = [...review, ...verdictOnAll("accepted"), eventOf("APPROVE_PLAN", "reviewer")];

/** A history that ends in each state. */
export const historyTo: Record<PlanState, CaseEvent[]> = {
  identified: [],
  challenged: [eventOf("CHALLENGE_FLAG", "officer")],
  drafting: start,
  submitted: submit,
  inReview: review,
  awaitingSecondApproval: [
    ...submitStructural,
    eventOf("START_REVIEW", "reviewer"),
    ...verdictOnAll("accepted"),
    eventOf("APPROVE_PLAN", "reviewer"),
  ],
  returned: [...review, ...verdictOnAll("comment"), eventOf("RETURN_PLAN", "reviewer")],
  approved: approve,
  removed: [eventOf("REMOVE_FLAG", "admin")],
  exited: [...approve, eventOf("RECORD_RESULTS", "system")],
  closed: [eventOf("CLOSE_SCHOOL", "admin")],
};

export const caseIn = (state: PlanState) => after(initialCase(caseInput), ...historyTo[state]);
