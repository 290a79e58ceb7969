import { randomUUID } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import { asActor } from "~/platform/db.server";
import { programmeRule } from "./programme-rule.server";
import { ruleVersion } from "./rule-version";

/** The states of a run that has not been published and still could be. */
export const unpublishedStates = ["waiting", "failed", "proposed", "confirmed", "cohortConfirmed"];

/**
 * Asks the worker for a new run of a programme's rule on the results that are there now. A run that was not published
 * is put aside, never changed: of one programme only one run at a time can be on its way to publication. `commandId`,
 * the key of the form that asks, becomes the run's id, so that the same form posted again finds the run it started.
 */
export async function startIdentification({
  actor,
  programmeId,
  commandId,
  now,
}: {
  actor: Actor;
  programmeId: string;
  commandId?: string;
  now: Date;
}): Promise<{ runId: string }> {
  return asActor(actor, async (tx) => {
    // Runs of a programme are numbered: two that are started at once take their numbers one after the other.
    await tx.$queryRaw`SELECT id FROM programmes WHERE id = ${programmeId}::uuid FOR UPDATE`;
    const programme = await tx.programme.findUnique({ where: { id: programmeId } });
    if (!programme) throw new Response("Not found", { status: 404 });
    const started = commandId
      ? await tx.identificationRun.findUnique({ where: { id: commandId }, select: { id: true, programmeId: true } })
      : null;
    if (started?.programmeId === programmeId) return { runId: started.id };
    await tx.identificationRun.updateMany({
      where: { programmeId, state: { in: unpublishedStates } },
      data: { state: "discarded", version: { increment: 1 } },
    });
    const rule = programmeRule(programme);
    const last = await tx.identificationRun.aggregate({ where: { programmeId }, _max: { number: true } });
    const runId = started || !commandId ? randomUUID() : commandId;
    await tx.identificationRun.create({
      data: {
        id: runId,
        programmeId,
        number: (last._max.number ?? 0) + 1,
        ruleVersion,
        rule,
        // Listed by the job, at the moment it reads the results.
        files: [],
        createdById: actor.kind === "person" ? actor.personId : null,
        createdAt: now,
      },
      select: { id: true },
    });
    await addJob(tx, "run-identification", { runId }, `run:${runId}`);
    return { runId };
  });
}
