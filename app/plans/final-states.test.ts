import { expect, it } from "vitest";
import { planStates } from "~/deadlines/describe-case-status";
import { schoolPlanMachine } from "~workflows/school-plan/machine";
import { hasEnded } from "./final-states";

it("a case has ended in the workflow's final states and in no other", () => {
  const isFinal = (state: string) => schoolPlanMachine.getStateNodeById(`schoolPlan.plan.${state}`).type === "final";
  expect(planStates.filter(hasEnded)).toEqual(planStates.filter(isFinal));
  expect(planStates.filter(isFinal)).toHaveLength(3);
});
