import { formatCount, formatPlural } from "~/ui/format-number";
import type { WorkState } from "./await-work";
import { isBeingWorkedOn } from "./file-state";

/** How far the work on a file is, in words. */
export function describeFileProgress({ state, rowsRead }: { state: string; rowsRead: number }): WorkState {
  const done = !isBeingWorkedOn(state);
  if (done) return { done, text: "Done" };
  if (state === "waiting") return { done, text: "Waiting for its turn" };
  if (state === "takingOver") return { done, text: `Storing the results of ${formatPlural(rowsRead, "school")}` };
  if (rowsRead === 0) return { done, text: "Reading the rows" };
  return { done, text: `${formatPlural(rowsRead, "row")} read. Comparing them with the results that are stored` };
}

/** "5,178 rows read in 412 milliseconds, 12,568 a second". */
export function describeRate(rows: number, milliseconds: number): string {
  const seconds = Math.max(milliseconds, 1) / 1000;
  const time = seconds < 1 ? formatPlural(Math.max(milliseconds, 1), "millisecond") : `${seconds.toFixed(1)} seconds`;
  return `${formatPlural(rows, "row")} read in ${time}, ${formatCount(rows / seconds)} a second`;
}

export const describeRunProgress = (state: string): WorkState =>
  state === "waiting" || state === "running"
    ? { done: false, text: "Applying the rule to every school" }
    : { done: true, text: "Done" };
