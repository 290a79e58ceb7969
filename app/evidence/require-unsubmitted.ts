import { StaleForm } from "~/plans/event-refused";

/** Throws StaleForm where a submission cites a file: what it is said to show stays as it was read. */
export function requireUnsubmitted(submitted: boolean): void {
  if (submitted)
    throw new StaleForm(
      "What this file shows cannot be changed because a submission cites it. To say something else about it, remove it from the draft and add it again.",
    );
}
