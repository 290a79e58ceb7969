import { initialTransition, transition } from "xstate";
import { findRefusal } from "../checks";
import { requireDate } from "../dates";
import { effectsOf } from "./effects";
import { checks } from "./guards";
import { schoolPlanMachine } from "./machine";
import type { CaseInput } from "./machine";
import { caseEventTypes, sectionKeys } from "./types";
import type {
  Actor,
  CaseContext,
  CaseEvent,
  CaseEventType,
  CaseState,
  Effect,
  RefusalReason,
  StoredCase,
} from "./types";

export { refusalSentence } from "./refusals";

export type Decision =
  | { ok: true; state: CaseState; context: CaseContext; effects: Effect[]; changed: boolean }
  | { ok: false; reason: RefusalReason };

const system: Actor = { id: "system", role: "system" };

function checkDates(event: CaseEvent) {
  requireDate(event.today);
  if ("dueOn" in event) requireDate(event.dueOn);
  if ("requestedDueOn" in event) requireDate(event.requestedDueOn);
}

/**
 * Decides one event on a stored case, changing nothing itself. Refused: the reason, computed from the guards that
 * refused. Accepted: the next state and context, the effects, and whether anything moved (`changed` is false only for a
 * day that moves no deadline, which is not logged). Throws RangeError for a date that does not exist.
 */
export function decide(stored: StoredCase, event: CaseEvent): Decision {
  const snapshot = schoolPlanMachine.resolveState({ value: stored.state, context: stored.context });
  // A root transition is still taken when the machine is done, so the status is asked before the machine.
  if (snapshot.status !== "active") return { ok: false, reason: "finished" };
  // The machine's internal events are not for callers, whatever a type assertion let through.
  if (!caseEventTypes.includes(event.type)) return { ok: false, reason: "wrongState" };
  checkDates(event);
  if (!snapshot.can(event)) {
    if (event.type === "DAY_BEGAN" && checks.isSystem.passes(stored.context, event)) {
      return { ok: true, ...stored, effects: [], changed: false };
    }
    return { ok: false, reason: findRefusal(snapshot, event, stored.context, checks) ?? refusedEverywhere(event) };
  }
  const [next, actions] = transition(schoolPlanMachine, snapshot, event);
  const after = { state: next.value, context: next.context };
  return { ok: true, ...after, effects: effectsOf(actions, { before: stored, after }), changed: true };
}

const refusedEverywhere = (event: CaseEvent): RefusalReason =>
  event.type === "DAY_BEGAN" ? "notYourRole" : "wrongState";

/** A case as it is opened on `today` (ISO dates), its deadline already in the state that the date gives. */
export function initialCase(input: CaseInput): StoredCase {
  requireDate(input.dueOn);
  const [{ value, context }] = initialTransition(schoolPlanMachine, input);
  const opened = decide({ state: value, context }, { type: "DAY_BEGAN", actor: system, today: input.today });
  if (!opened.ok) throw new Error(`A new case refused its first day: ${opened.reason}`);
  return { state: opened.state, context: opened.context };
}

export type Probe = { actor: Actor; today: string; independent: boolean };

/** Later than any due date, so that only what the case and the actor bring decides. */
const FAR_AHEAD = "9999-12-31";

/** An event of each type as it would be with everything filled in. */
function typicalEvents({ actor, today, independent }: Probe): CaseEvent[] {
  const by = { actor, today };
  const reasoned = { ...by, reasonGiven: true };
  const submission = { incompleteSections: [], commentsWithoutReply: [], changedSections: [] };
  return [
    { ...by, type: "CHALLENGE_FLAG", ground: "other" },
    { ...by, type: "START_PLAN" },
    { ...reasoned, type: "UPHOLD_FLAG" },
    { ...reasoned, type: "REMOVE_FLAG" },
    { ...reasoned, type: "CLOSE_SCHOOL" },
    { ...by, type: "SUCCEED_SCHOOL", newUrn: "successor" },
    { ...by, type: "RECORD_RESULTS", year: Number(today.slice(0, 4)), exitRuleMet: false },
    { ...by, ...submission, type: "SUBMIT_PLAN", headReply: "given", proposesStructuralChange: false },
    { ...by, type: "WITHDRAW_SUBMISSION" },
    { ...by, type: "START_REVIEW", independent },
    { ...by, type: "RECORD_VERDICT", independent, section: "position", verdict: "accepted", commentGiven: false },
    { ...by, type: "RETURN_PLAN", independent, dueOn: FAR_AHEAD },
    { ...by, type: "APPROVE_PLAN", independent },
    { ...by, type: "HAND_OVER_REVIEW", toId: "another reviewer", toIndependent: true },
    { ...by, type: "RELEASE_REVIEW" },
    { ...by, type: "CONFIRM_APPROVAL", independent },
    { ...reasoned, type: "REFUSE_APPROVAL", independent, sections: [...sectionKeys] },
    { ...by, type: "RECORD_PROGRESS" },
    { ...reasoned, type: "REOPEN_PLAN", dueOn: FAR_AHEAD },
    { ...reasoned, type: "REQUEST_EXTENSION", requestedDueOn: FAR_AHEAD },
    { ...reasoned, type: "GRANT_EXTENSION", dueOn: FAR_AHEAD },
    { ...reasoned, type: "REFUSE_EXTENSION" },
    { ...reasoned, type: "DEADLINE_SET", dueOn: FAR_AHEAD },
    { ...by, type: "DAY_BEGAN" },
  ];
}

/** The event types that this actor could send now if what they fill in is complete; asked of the same guards as `decide`. */
export function availableEvents(stored: StoredCase, probe: Probe): CaseEventType[] {
  return typicalEvents(probe)
    .filter((event) => {
      const decision = decide(stored, event);
      return decision.ok && decision.changed;
    })
    .map((event) => event.type);
}
