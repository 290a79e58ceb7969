import { isEditable } from "~/plans/lock-plan.server";
import type { PlanContent } from "~/plans/plan-content";
import { readPlan } from "~/plans/read-plan.server";
import type { Tx } from "~/platform/db.server";
import type { PlanDocument } from "./document-blocks";

/** The plan as its council or its head sees it now: the submission that stands, or the draft while it is written. */
export async function readPlanDocument(
  tx: Tx,
  { planId, now }: { planId: string; now: Date },
): Promise<PlanDocument & { schoolIds: string[] }> {
  const { content, cases, councilCode, programme } = await readPlan(tx, planId);
  const council = await tx.council.findUniqueOrThrow({ where: { code: councilCode }, select: { name: true } });
  const states = cases.map(({ planState }) => planState);
  const standing =
    isEditable(states) || states.includes("challenged")
      ? null
      : await tx.revision.findFirst({ where: { planId, withdrawnAt: null }, orderBy: { number: "desc" } });
  const person =
    standing && (await tx.person.findUnique({ where: { id: standing.submittedById }, select: { name: true } }));
  return {
    version: "whole",
    content: standing ? (standing.content as unknown as PlanContent) : content,
    council: council.name,
    programme: programme.name,
    submission: standing && {
      reference: standing.reference,
      submittedAt: standing.submittedAt.toISOString(),
      submittedBy: person?.name ?? null,
      withdrawnAt: null,
    },
    asOf: standing?.submittedAt ?? now,
    schoolIds: cases.map(({ school }) => school.id),
  };
}
