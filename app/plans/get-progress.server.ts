import type { PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { asActor } from "~/platform/db.server";
import { describeExitRule } from "~/schools/describe-rule";
import { listResults } from "~/schools/list-results.server";
import type { PlanActionContent, PlanContent } from "./plan-content";
import { readCase } from "./get-case.server";
import { listProgressNotes, type ProgressNote } from "./list-progress-notes.server";
import type { ProgressStatus } from "./record-progress.schema";
import { listTerms } from "./school-terms";
import { type ExitVerdict, judgeExit, listTargetOutcomes, type TargetOutcome } from "./target-outcomes";

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
  /** Each target of that revision beside what was published since. */
  outcomes: TargetOutcome[];
  exit: ExitVerdict & { rule: string };
  /** Each term since the plan was submitted, the latest first, with the council's last word on the plan as a whole. */
  terms: { name: string; review: { status: ProgressStatus; on: string } | null; entries: number }[];
  today: string;
};

const termsSince = (submittedOn: string, notes: readonly ProgressNote[], today: string): Progress["terms"] =>
  listTerms(submittedOn, today).map(({ name, from, to }) => {
    const own = notes
      .map((note) => ({ ...note, on: dateInLondon(new Date(note.at.iso)) }))
      .filter(({ on }) => on >= from && on <= to);
    const review = own.find(({ actionId }) => actionId === null);
    return { name, review: review ? { status: review.status, on: review.on } : null, entries: own.length };
  });

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
      select: { content: true, submittedAt: true },
    });
    if (!revision) throw new Response("Not found", { status: 404 });
    const { actions, sections, setting } = revision.content as unknown as PlanContent;
    const { programme } = found;
    const school = { id: found.school.id, councilCode: found.council.code };
    const { school: results } = await listResults(tx, { school, programme });
    const today = dateInLondon(now);
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
      outcomes: listTargetOutcomes({ targetYears: setting.targetYears, targets: sections.targets }, results),
      exit: { ...judgeExit(results, programme), rule: describeExitRule(programme) },
      terms: termsSince(dateInLondon(revision.submittedAt), notes, today),
      today,
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
