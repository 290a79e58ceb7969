import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import { countOpenings } from "./count-openings";
import { countRemoved } from "./count-removed.server";
import { readOpenings } from "./list-openings.server";

export type PublicationStanding = ReturnType<typeof countOpenings> & {
  /** Flags removed since publication. */
  removed: number;
};

/** How a published run has gone down in the councils, in numbers; for admins. */
export async function getPublicationStanding(asked: { actor: Actor; runId: string }): Promise<PublicationStanding> {
  const runId = requireId(asked.runId);
  return asActor(asked.actor, async (tx) => {
    const removed = [...(await countRemoved(tx, runId)).values()].reduce((sum, count) => sum + count, 0);
    return { ...countOpenings(await readOpenings(tx, runId)), removed };
  });
}
