import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { finishedStates } from "./run-state";

export type ComparableRun = { id: string; number: number; programme: string; createdAt: string };

/** The finished runs of the same measure as a run's, the newest first; the run itself is not among them. For admins. */
export async function listComparableRuns(asked: {
  actor: Actor;
  runId: string;
  measure: string;
}): Promise<ComparableRun[]> {
  return asActor(asked.actor, async (tx) => {
    const runs = await tx.identificationRun.findMany({
      where: {
        id: { not: asked.runId },
        state: { in: [...finishedStates] },
        rule: { path: ["measure"], equals: asked.measure },
      },
      select: { id: true, number: true, createdAt: true, programme: { select: { name: true } } },
      orderBy: { createdAt: "desc" },
    });
    return runs.map(({ programme, createdAt, ...run }) => ({
      ...run,
      programme: programme.name,
      createdAt: createdAt.toISOString(),
    }));
  });
}
