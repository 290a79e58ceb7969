import { applyPlanEvent } from "~/plans/apply-plan-event.server";
import type { PersonActor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { isIndependentOfPlan } from "./independence.server";

type HandOverReview = { actor: PersonActor; planId: string; toId: string; commandId?: string; now: Date };

export type Candidate = { id: string; name: string };

/** The active reviewers who could take a plan's review over: independent of it, and not its reviewer now. */
export async function listCandidates(tx: Tx, { planId }: { planId: string }): Promise<Candidate[]> {
  const people = await tx.person.findMany({
    where: { active: true, grants: { some: { role: "reviewer", revokedAt: null } } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const current = await tx.schoolCase.findMany({ where: { planId }, select: { reviewerId: true } });
  const found: Candidate[] = [];
  for (const person of people) {
    const isReviewer = current.some(({ reviewerId }) => reviewerId === person.id);
    if (!isReviewer && (await isIndependentOfPlan(tx, { personId: person.id, planId }))) found.push(person);
  }
  return found;
}

/**
 * The plan's reviewer, or an admin, gives the review to another active and independent reviewer; what was decided on
 * sections stays. Throws EventRefused where the other is not such a reviewer or the plan is not in review.
 */
export async function handOverReview({ actor, planId, toId, commandId, now }: HandOverReview): Promise<{ to: string }> {
  return asActor(actor, async (tx) => {
    const to = await tx.person.findFirst({
      where: { id: toId, active: true, grants: { some: { role: "reviewer", revokedAt: null } } },
      select: { id: true, name: true },
    });
    const toIndependent = to !== null && (await isIndependentOfPlan(tx, { personId: to.id, planId }));
    const event = { type: "HAND_OVER_REVIEW", toId, toIndependent } as const;
    await applyPlanEvent(tx, { actor, planId, event, commandId, now });
    return { to: to?.name ?? "" };
  });
}
