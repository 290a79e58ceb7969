import type { EscalationRefusal, EscalationState } from "~workflows/council-escalation/types";

/** An event that the escalation's workflow refused; thrown inside the transaction, so that nothing of it stays. */
export class EscalationRefused extends Error {
  override name = "EscalationRefused";
  constructor(
    readonly escalationId: string,
    readonly reason: EscalationRefusal,
    readonly state: EscalationState,
  ) {
    super(`The escalation is ${state.level}, ${state.step}: ${reason}`);
  }
}
