import { initialTransition, transition } from "xstate";
import { findRefusal } from "../checks";
import { requireDate } from "../dates";
import { checks } from "./guards";
import { councilEscalationMachine } from "./machine";
import type { EscalationInput } from "./machine";
import { escalationEventTypes } from "./types";
import type {
  EscalationContext,
  EscalationEffect,
  EscalationEffectType,
  EscalationEvent,
  EscalationRefusal,
  EscalationState,
  StoredEscalation,
} from "./types";

export type EscalationDecision =
  | { ok: true; state: EscalationState; context: EscalationContext; effects: EscalationEffect[]; changed: true }
  | { ok: false; reason: EscalationRefusal };

type Moment = { before: StoredEscalation; after: StoredEscalation };
type Facts<Type extends EscalationEffectType> = Omit<Extract<EscalationEffect, { type: Type }>, "type">;

const plain = () => ({});

const tellers: { [Type in EscalationEffectType]: (moment: Moment) => Facts<Type> } = {
  stepProposed: ({ after }) => ({ level: after.context.proposal?.level ?? null }),
  representationsRecorded: plain,
  stepConfirmed: plain,
  stepDropped: plain,
  levelRaised: ({ before, after }) => ({ from: before.state.level, to: after.state.level }),
  levelLifted: ({ before }) => ({ from: before.state.level }),
};

const isEffectType = (type: string): type is EscalationEffectType => Object.hasOwn(tellers, type);

/**
 * Decides one event on a stored escalation, changing nothing itself. Refused: the reason, computed from the guards that
 * refused. Accepted: the next state and context, and the effects. Throws RangeError for a date that does not exist.
 */
export function decideEscalation(stored: StoredEscalation, event: EscalationEvent): EscalationDecision {
  // The machine's internal events are not for callers, whatever a type assertion let through.
  if (!escalationEventTypes.includes(event.type)) return { ok: false, reason: "wrongState" };
  requireDate(event.today);
  if ("noticeEndsOn" in event) requireDate(event.noticeEndsOn);
  const snapshot = councilEscalationMachine.resolveState({ value: stored.state, context: stored.context });
  if (!snapshot.can(event)) {
    return { ok: false, reason: findRefusal(snapshot, event, stored.context, checks) ?? "wrongState" };
  }
  const [next, actions] = transition(councilEscalationMachine, snapshot, event);
  const after: StoredEscalation = { state: next.value, context: next.context };
  const effects = actions.flatMap(({ type }) =>
    isEffectType(type) ? [{ type, ...tellers[type]({ before: stored, after }) } as EscalationEffect] : [],
  );
  return { ok: true, ...after, effects, changed: true };
}

/** A council's escalation in one programme before anything was proposed. */
export function initialEscalation(input: EscalationInput): StoredEscalation {
  const [{ value, context }] = initialTransition(councilEscalationMachine, input);
  return { state: value, context };
}

/** The escalation that its recorded events give. Throws at the first event refused, with its position from 1 and the reason. */
export function replayEscalation(input: EscalationInput, events: readonly EscalationEvent[]): StoredEscalation {
  return events.reduce<StoredEscalation>((stored, event, index) => {
    const decision = decideEscalation(stored, event);
    if (!decision.ok) throw new Error(`Event ${index + 1}, ${event.type}, was refused: ${decision.reason}`);
    return { state: decision.state, context: decision.context };
  }, initialEscalation(input));
}

const happened: Record<EscalationRefusal, string> = {
  wrongState: "Nothing was changed because this cannot be done as the council’s escalation stands now.",
  notYourRole: "Nothing was changed because your role does not allow this.",
  sameAdmin: "The step was not confirmed because another admin must confirm it than the one who proposed it.",
  preconditionNotMet:
    "The step was not proposed because no plan is overdue by the programme’s grace days and none was returned twice.",
  highestLevel: "The step was not proposed because there is no higher level.",
  noticeRunning: "The step was not confirmed because the council’s notice has not ended.",
  dateNotAfterToday: "The step was not proposed because its notice must end after today.",
  representationsMissing: "The representations were not recorded because they are empty.",
  reasonMissing: "Nothing was changed because no reason was given.",
};

const stands: Record<EscalationState["step"], string> = {
  idle: "No step is proposed.",
  proposed: "A step is proposed and waits for confirmation.",
};

/** What happened to a refused event and what stands now, in two sentences for the person who sent it. */
export function escalationRefusalSentence(reason: EscalationRefusal, state: EscalationState): string {
  return `${happened[reason]} ${stands[state.step]}`;
}
