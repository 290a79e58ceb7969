import type { SystemActor } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import type { OnProgress } from "./parse-records";

const PAUSE = 500;

/**
 * Notes twice a second how far a file has been read, in transactions of its own, so that the page that waits can tell.
 * Nobody waits for a note: the next is made when the last is done.
 */
export function noteProgress(actor: SystemActor, fileId: string): OnProgress {
  const began = performance.now();
  let next = began + PAUSE;
  let busy = false;
  return ({ share, rows }) => {
    const at = performance.now();
    if (busy || at < next) return;
    next = at + PAUSE;
    busy = true;
    const rate = Math.round((rows * 1000) / (at - began));
    void asActorInBulk(actor, (client) =>
      client.query(
        "UPDATE results_files SET rows_read = $2, read_share = $3, read_rate = $4 WHERE id = $1 AND state = 'reading'",
        [fileId, rows, share, rate],
      ),
    ).then(
      () => (busy = false),
      // What the page says is a moment old then.
      () => (busy = false),
    );
  };
}
