import { getNextTransitions } from "xstate";
import type { AnyMachineSnapshot } from "xstate";

/**
 * One question that a transition asks. `refusal` is the reason given when the answer is no (null where the question only
 * chooses between targets), `words` what the generated tables print, `asks` which of their columns it belongs to.
 */
export type Check<Context, Event, Reason extends string> = {
  asks: "who" | "when";
  words: string;
  refusal: Reason | null;
  passes: (context: Context, event: Event) => boolean;
};

/** The questions a transition lists in its guard, in the order in which they are asked. */
export function checksOf(guard: unknown): readonly string[] {
  const params = typeof guard === "object" && guard !== null && "params" in guard ? guard.params : [];
  return Array.isArray(params) ? params.map(String) : [];
}

/**
 * Why a snapshot refuses an event: the first question that fails in the last transition declared for it (earlier ones
 * differ from the last only in questions that choose a target), or null where the state has no transition for it.
 */
export function findRefusal<Context, Event extends { type: string }, Reason extends string>(
  snapshot: AnyMachineSnapshot,
  event: Event,
  context: Context,
  checks: Readonly<Record<string, Check<Context, Event, Reason>>>,
): Reason | null {
  const candidate = getNextTransitions(snapshot).findLast((transition) => transition.eventType === event.type);
  for (const name of checksOf(candidate?.guard)) {
    const check = checks[name];
    if (check && !check.passes(context, event)) return check.refusal;
  }
  return null;
}
