import type { PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { asActor } from "~/platform/db.server";
import type { PlanActionContent, PlanContent } from "./plan-content";
import { readCase } from "./get-case.server";
import { listProgressNotes, type ProgressNote } from "./list-progress-notes.server";
import type { ProgressStatus } from "./record-progress.schema";

export type ProgressAction = Pick<PlanActionContent, "id" | "what" | "kind" | "endsOn" | "milestone"> & {
  latest: ProgressStatus | null;
};

export type Progress = {
  caseId: string;
  schoolName: string;
  mayRecord: boolean;
  /** The actions of the revision that was approved. */
  actions: ProgressAction[];
  /** Newest first. */
  notes: ProgressNote[];
  today: string;
};

/** How an approved plan is going: its actions, the latest word on each, and every entry. 404 where no plan was submitted. */
export async function getProgress({
  actor,
  caseId,
  now,
}: {
  actor: PersonActor;
  caseId: string;
  now: Date;
}): Promise<Progress> {
  return asActor(actor, async (tx) => {
    const { detail: found } = await readCase(tx, { actor, caseId, now });
    const revision = await tx.revision.findFirst({
      where: { planId: found.planId ?? caseId, withdrawnAt: null },
      orderBy: { number: "desc" },
      select: { content: true },
    });
    if (!revision) throw new Response("Not found", { status: 404 });
    const { actions } = revision.content as unknown as PlanContent;
    const notes = await listProgressNotes(tx, { caseIds: [caseId], actions });
    return {
      caseId,
      schoolName: found.school.name,
      mayRecord: found.available.includes("RECORD_PROGRESS"),
      actions: actions.map(({ id, what, kind, endsOn, milestone }) => ({
        id,
        what,
        kind,
        endsOn,
        milestone,
        latest: notes.find(({ actionId }) => actionId === id)?.status ?? null,
      })),
      notes,
      today: dateInLondon(now),
    };
  });
}

/** One note of a council's own, to attach files to; 404 where the person may not record progress on the case. */
export async function getProgressNote({
  entryId,
  ...asked
}: Parameters<typeof getProgress>[0] & { entryId: string }): Promise<
  Pick<Progress, "caseId" | "schoolName"> & { note: ProgressNote }
> {
  const { caseId, schoolName, mayRecord, notes } = await getProgress(asked);
  const note = notes.find(({ id }) => id === entryId);
  if (!note || !mayRecord) throw new Response("Not found", { status: 404 });
  return { caseId, schoolName, note };
}
