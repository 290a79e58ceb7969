import type { PlanState } from "~workflows/school-plan/types";

const finalStates: readonly PlanState[] = ["removed", "exited", "closed"];

/** Whether nothing more can happen to a case in this state. */
export const hasEnded = (state: PlanState): boolean => finalStates.includes(state);
