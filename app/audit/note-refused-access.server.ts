import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { errorFacts, log } from "~/platform/log.server";

export type RefusedAccess = { actor: PersonActor; status: number; path: string; now: Date };

const kinds: Record<number, string> = { 403: "forbidden", 404: "notFound" };
/** Files that browsers ask for by themselves. */
const askedByBrowsers = /^\/(assets|favicon|apple-touch-icon|\.well-known)/;

const PER_MINUTE = 30;
const AT_ONCE = 5;
const MINUTE = 60_000;

// Somebody who tries many addresses is in the log after the first of them: more would only fill it, and every row
// takes a connection from people at work.
const counts = new Map<string, { since: number; rows: number }>();
let writing = 0;

function isWithinBounds(personId: string, now: number): boolean {
  if (writing >= AT_ONCE) return false;
  for (const [id, { since }] of counts) if (now - since >= MINUTE) counts.delete(id);
  const counted = counts.get(personId) ?? { since: now, rows: 0 };
  counts.set(personId, { ...counted, rows: counted.rows + 1 });
  return counted.rows < PER_MINUTE;
}

/** An address without its query, and without what may be a secret in it. */
const keptPath = (path: string) =>
  (path.split("?")[0] ?? "")
    .replace(/\.data$/, "")
    .replace(/[\w-]{37,}/g, "…")
    .slice(0, 300);

/**
 * Writes into the access log that somebody asked for a page that is not theirs, or not there: 403 and 404, at most 30 a
 * minute for each person. Called once the answer has been sent; never throws.
 */
export async function noteRefusedAccess({ actor, status, path, now }: RefusedAccess): Promise<void> {
  const kind = kinds[status];
  if (!kind || askedByBrowsers.test(path) || !isWithinBounds(actor.personId, now.getTime())) return;
  writing += 1;
  try {
    const row = { at: now, personId: actor.personId, kind, path: keptPath(path) };
    // createMany, because it reads nothing back: only admins may read this table.
    await asActor(actor, (tx) => tx.accessEvent.createMany({ data: [row] }));
  } catch (error) {
    log("warn", "A refused access could not be noted", errorFacts(error));
  } finally {
    writing -= 1;
  }
}
