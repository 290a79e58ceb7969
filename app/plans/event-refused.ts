import type { CaseState, RefusalReason } from "~workflows/school-plan/types";

/** An event that the workflow refused; thrown inside the transaction, so that nothing of it stays. */
export class EventRefused extends Error {
  override name = "EventRefused";
  constructor(
    readonly caseId: string,
    readonly reason: RefusalReason,
    readonly state: CaseState,
  ) {
    super(`The case is ${state.plan}: ${reason}`);
  }
}

/** Somebody else changed the same text or case since the form was opened. */
export class StaleForm extends Error {
  override name = "StaleForm";
}
