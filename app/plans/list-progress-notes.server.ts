import { type ListedEvidence, listEvidence } from "~/evidence/list-evidence.server";
import type { Tx } from "~/platform/db.server";
import { formatDateTime } from "~/ui/format-date";
import type { PlanActionContent } from "./plan-content";
import { isProgressStatus, type ProgressStatus } from "./record-progress.schema";

export type ProgressNote = {
  id: string;
  /** Null for the plan as a whole. */
  actionId: string | null;
  action: string;
  schoolId: string;
  status: ProgressStatus;
  note: string;
  by: string;
  /** The files that show it. */
  files: ListedEvidence[];
  at: { iso: string; text: string };
};

/**
 * What was recorded on these cases, newest first, inside the caller's transaction. Actions are named by the revision
 * that is read, since an adviser reads no working plan.
 */
export async function listProgressNotes(
  tx: Tx,
  { caseIds, actions }: { caseIds: string[]; actions: readonly Pick<PlanActionContent, "id" | "what">[] },
): Promise<ProgressNote[]> {
  const rows = await tx.progressEntry.findMany({
    where: { caseId: { in: caseIds } },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    include: { case: { select: { schoolId: true } } },
  });
  const people = await tx.person.findMany({
    where: { id: { in: rows.map(({ recordedById }) => recordedById) } },
    select: { id: true, name: true },
  });
  const files = await listEvidence(tx, { progressEntryId: { in: rows.map(({ id }) => id) } });
  return rows.map((row) => ({
    id: row.id,
    files: files.filter((file) => file.of === row.id),
    actionId: row.actionId,
    action: row.actionId
      ? (actions.find(({ id }) => id === row.actionId)?.what ?? "An action of another revision")
      : "The plan as a whole",
    schoolId: row.case.schoolId,
    status: isProgressStatus(row.status) ? row.status : "notStarted",
    note: row.note,
    by: people.find(({ id }) => id === row.recordedById)?.name ?? "The council",
    at: { iso: row.recordedAt.toISOString(), text: formatDateTime(row.recordedAt) },
  }));
}
