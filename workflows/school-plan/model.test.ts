import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { decide } from "./decide";
import { caseIn, caseInput, historyTo } from "./example-cases";
import { modelStep } from "./plain-model";
import { addDays, nextEvents, numbersFrom } from "./random-events";
import { replay } from "./replay";
import { caseEventTypes } from "./types";
import type { CaseEvent, PlanState, StoredCase } from "./types";

const states = Object.keys(historyTo).filter((state): state is PlanState => !/removed|exited|closed/.test(state));
const cases = Object.fromEntries(states.map((state) => [state, caseIn(state)])) as Record<PlanState, StoredCase>;

/** Runs one random history against the model; returns the accepted events that would be in the log, and the end. */
function runAgainstModel(seed: number, length: number, seen: Map<string, number>) {
  const next = numbersFrom(seed);
  // Half of the histories begin in a state that few random ones would reach.
  const begun = next() < 0.5 ? (states[Math.floor(next() * states.length)] ?? "identified") : "identified";
  const log: CaseEvent[] = [...historyTo[begun]];
  let today = caseInput.today;
  let stored = cases[begun];
  for (let step = 0; step < length; step++) {
    if (next() < 0.4) today = addDays(today, Math.floor(next() * 25));
    for (const event of nextEvents(next, stored, today)) {
      const expected = modelStep(stored, event);
      const decision = decide(stored, event);
      const agreed = decision.ok
        ? isDeepStrictEqual({ state: decision.state, context: decision.context }, expected)
        : expected === null;
      if (!agreed) {
        throw new Error(
          `${JSON.stringify(event)} in ${JSON.stringify(stored)}: ${JSON.stringify(decision)}, expected ${JSON.stringify(expected)}`,
        );
      }
      if (!decision.ok) continue;
      if (decision.changed) log.push(event);
      else if (event.type !== "DAY_BEGAN") throw new Error(`${event.type} changed nothing.`);
      stored = { state: decision.state, context: decision.context };
      for (const key of [event.type, stored.state.plan, stored.state.deadline]) seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  return { log, stored };
}

it("10,000 random command sequences: the machine and a plain model never differ", { timeout: 120_000 }, () => {
  const seen = new Map<string, number>();
  const history = fc.record({ seed: fc.integer(), length: fc.integer({ min: 1, max: 14 }) });
  fc.assert(
    fc.property(history, ({ seed, length }) => void runAgainstModel(seed, length, seen)),
    { numRuns: 10_000, seed: 20261124 },
  );
  // A run that never got somewhere would prove nothing about it.
  const places = [
    "challenged",
    "awaitingSecondApproval",
    "returned",
    "approved",
    "exited",
    "removed",
    "closed",
    "metLate",
  ];
  for (const place of [...caseEventTypes, ...places]) expect(seen.get(place) ?? 0, place).toBeGreaterThan(20);
});

it("300 random histories: replaying the log gives the stored case, as JSON too", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { log, stored } = runAgainstModel(seed, 30, new Map());
      const recorded = JSON.parse(JSON.stringify(log)) as CaseEvent[];
      expect(JSON.parse(JSON.stringify(replay(caseInput, recorded)))).toEqual(JSON.parse(JSON.stringify(stored)));
    }),
    { numRuns: 300, seed: 20261125 },
  );
});
