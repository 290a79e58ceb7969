import type { PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { asActor } from "~/platform/db.server";
import { formatDateTime } from "~/ui/format-date";
import type { PlanActionContent, PlanContent } from "./plan-content";
import { getCaseIn } from "./get-case.server";
import { isProgressStatus, type ProgressStatus } from "./record-progress.schema";

export type ProgressAction = Pick<PlanActionContent, "id" | "what" | "kind" | "endsOn" | "milestone"> & {
  latest: ProgressStatus | null;
};

export type ProgressNote = {
  id: string;
  action: string;
  status: ProgressStatus;
  note: string;
  by: string;
  at: { iso: string; text: string };
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
    const found = await getCaseIn(tx, { actor, caseId, now });
    const revision = await tx.revision.findFirst({
      where: { planId: found.planId ?? caseId, withdrawnAt: null },
      orderBy: { number: "desc" },
      select: { content: true },
    });
    if (!revision) throw new Response("Not found", { status: 404 });
    const { actions } = revision.content as unknown as PlanContent;
    const rows = await tx.progressEntry.findMany({
      where: { caseId },
      orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    });
    const people = await tx.person.findMany({
      where: { id: { in: rows.map(({ recordedById }) => recordedById) } },
      select: { id: true, name: true },
    });
    const notes = rows.map((row): ProgressNote & { actionId: string | null } => ({
      id: row.id,
      actionId: row.actionId,
      action: row.actionId
        ? (actions.find(({ id }) => id === row.actionId)?.what ?? "An action of an earlier revision")
        : "The plan as a whole",
      status: isProgressStatus(row.status) ? row.status : "notStarted",
      note: row.note,
      by: people.find(({ id }) => id === row.recordedById)?.name ?? "The council",
      at: { iso: row.recordedAt.toISOString(), text: formatDateTime(row.recordedAt) },
    }));
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
