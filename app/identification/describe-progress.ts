import { formatCount, formatPlural } from "~/ui/format-number";
import type { WorkState } from "./await-work";
import { isBeingWorkedOn } from "./file-state";
import { wordsOfKind } from "./file-words";

type Progress = { kind: string; state: string; rowsRead: number; readShare: number; readRate: number | null };

/** How far the work on a file is, in words and, while it is read, as a share of its bytes. */
export function describeFileProgress({ kind, state, rowsRead, readShare, readRate }: Progress): WorkState {
  const done = !isBeingWorkedOn(state);
  if (done) return { done, text: "Done" };
  if (state === "waiting") return { done, text: "Waiting for its turn" };
  if (state === "takingOver") return { done, text: `Storing ${wordsOfKind(kind).stored(rowsRead)}` };
  if (rowsRead === 0) return { done, text: "Reading the rows" };
  const text = describeReading(rowsRead, readRate ?? 0);
  return readShare < 1
    ? { done, text, share: readShare }
    : { done, text: `${text}. Comparing them with what is stored` };
}

/** "12,000 rows read, 31,000 a second". */
export const describeReading = (rows: number, rate: number): string =>
  `${formatPlural(rows, "row")} read, ${formatCount(Math.round(rate))} a second`;

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
