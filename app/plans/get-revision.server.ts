import { type Actor, holds, isGuest } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import { asActor, type Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { type AdviceGiven, listAdvice } from "./list-advice.server";
import { listProgressNotes, type ProgressNote } from "./list-progress-notes.server";
import type { PlanContent } from "./plan-content";

export type RevisionDetail = {
  id: string;
  planId: string;
  number: number;
  reference: string;
  /** Instants in ISO form. */
  submittedAt: string;
  withdrawnAt: string | null;
  submittedBy: string | null;
  council: { code: string; name: string };
  programme: { id: string; name: string };
  content: PlanContent;
  /** When the plan is due, for readers who may know; null for an adviser, who has no date of the Department. */
  dueOn: string | null;
  /** The submission that stood before, where this reader may see one. */
  previousId: string | null;
  /** For an adviser, whose only page of the plan this is; null for others, who read it at the case. */
  progress: ProgressNote[] | null;
  /** What the council's adviser said of it, the oldest first. */
  advice: AdviceGiven[];
};

// Asked for by itself: a guest's database role has no such column, and must not be sent for it.
async function readDueDate(tx: Tx, caseId: string): Promise<string> {
  const { dueOn } = await tx.schoolCase.findUniqueOrThrow({ where: { id: caseId }, select: { dueOn: true } });
  return isoDate(dueOn);
}

/**
 * One submission as it was made, for the Department, the council's adviser and the council itself. A withdrawn one is
 * the council's alone; 404 for everybody else, as where there is none.
 */
export async function getRevision({
  actor,
  revisionId,
}: {
  actor: Actor;
  revisionId: string;
}): Promise<RevisionDetail> {
  if (!isUuid(revisionId)) throw new Response("Not found", { status: 404 });
  return asActor(actor, async (tx) => {
    const row = await tx.revision.findUnique({
      where: { id: revisionId },
      include: {
        plan: {
          select: {
            councilCode: true,
            programme: { select: { id: true, name: true } },
            cases: { select: { id: true } },
          },
        },
      },
    });
    if (!row) throw new Response("Not found", { status: 404 });
    const council = await tx.council.findUniqueOrThrow({ where: { code: row.plan.councilCode } });
    const person = await tx.person.findUnique({ where: { id: row.submittedById }, select: { name: true } });
    const content = row.content as unknown as PlanContent;
    const previous = await tx.revision.findFirst({
      where: { planId: row.planId, number: { lt: row.number }, withdrawnAt: null },
      orderBy: { number: "desc" },
      select: { id: true },
    });
    const caseIds = row.plan.cases.map(({ id }) => id);
    const [caseId] = [...caseIds].sort();
    return {
      id: row.id,
      planId: row.planId,
      number: row.number,
      reference: row.reference,
      submittedAt: row.submittedAt.toISOString(),
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      submittedBy: person?.name ?? null,
      council: { code: council.code, name: council.name },
      programme: row.plan.programme,
      content,
      dueOn: caseId && !isGuest(actor) ? await readDueDate(tx, caseId) : null,
      previousId: previous?.id ?? null,
      progress: holds(actor, "adviser") ? await listProgressNotes(tx, { caseIds, actions: content.actions }) : null,
      advice: await listAdvice(tx, row.id),
    };
  });
}
