import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { finishedStates } from "./run-state";

export type ComparableRun = { id: string; number: number; programme: string; createdAt: string };

/**
 * The runs of the same measure that a run can be compared with, the newest first; the run itself is not among them. Those
 * that were worked out and put aside since are: a new run of a programme puts the last one aside, and what its settings
 * changed is what one asks then. For admins.
 */
export async function listComparableRuns(asked: {
  actor: Actor;
  runId: string;
  measure: string;
}): Promise<ComparableRun[]> {
  return asActor(asked.actor, async (tx) => {
    const runs = await tx.identificationRun.findMany({
      where: {
        id: { not: asked.runId },
        OR: [{ state: { in: [...finishedStates] } }, { state: "discarded", councils: { some: {} } }],
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
