import type { PlanState } from "~workflows/school-plan/types";

/** The states in which a case has ended. One open case per school: an index counts by them. */
export const finalStates = ["removed", "exited", "closed"] as const satisfies readonly PlanState[];

/** Whether nothing more can happen to a case in this state. */
export const hasEnded = (state: string): boolean => finalStates.some((final) => final === state);
