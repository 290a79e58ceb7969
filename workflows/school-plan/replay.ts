import { decide, initialCase } from "./decide";
import type { CaseInput } from "./machine";
import type { CaseEvent, StoredCase } from "./types";

export { machineVersion } from "./machine";

/**
 * The case that its recorded events give, without the database. Throws at the first event that the machine refuses, with
 * its position (counted from 1) and the reason.
 */
export function replay(initialInput: CaseInput, events: readonly CaseEvent[]): StoredCase {
  return events.reduce<StoredCase>((stored, event, index) => {
    const decision = decide(stored, event);
    if (!decision.ok) throw new Error(`Event ${index + 1}, ${event.type}, was refused: ${decision.reason}`);
    return { state: decision.state, context: decision.context };
  }, initialCase(initialInput));
}
