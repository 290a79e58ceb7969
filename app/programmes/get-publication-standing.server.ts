import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import { countRemoved } from "./count-removed.server";

export type PublicationStanding = {
  councils: number;
  opened: number;
  schools: number;
  headsTold: number;
  /** Flags removed since publication. */
  removed: number;
};

/** How a published run has gone down in the councils, in numbers; for admins. */
export async function getPublicationStanding(asked: { actor: Actor; runId: string }): Promise<PublicationStanding> {
  const runId = requireId(asked.runId);
  return asActor(asked.actor, async (tx) => {
    const [counted] = await tx.$queryRaw<Omit<PublicationStanding, "removed">[]>`
      SELECT count(*)::int AS councils, coalesce(sum(r.flagged), 0)::int AS schools,
             count(*) FILTER (WHERE EXISTS (SELECT FROM publication_openings o
                WHERE o.run_id = r.run_id AND o.council_code = r.council_code AND o.school_id IS NULL))::int AS opened,
             (SELECT count(DISTINCT case_id)::int FROM head_tellings WHERE run_id = ${runId}::uuid) AS "headsTold"
        FROM run_councils r WHERE r.run_id = ${runId}::uuid AND r.flagged > 0`;
    const removed = [...(await countRemoved(tx, runId)).values()].reduce((sum, count) => sum + count, 0);
    return { councils: 0, opened: 0, schools: 0, headsTold: 0, ...counted, removed };
  });
}
