import { setImmediate } from "node:timers/promises";
import type { OnProgress, Progress } from "./parse-records";

/** Reads a file's text in turns, and lets other work of this process go on in between. */
export async function readInTurns<Outcome>(
  turns: Generator<Progress | undefined, Outcome>,
  onProgress?: OnProgress,
): Promise<Outcome> {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
    if (turn.value) onProgress?.(turn.value);
    await setImmediate();
  }
}
