import { approvePlan } from "~/reviews/approve-plan.server";
import { confirmApproval } from "~/reviews/confirm-approval.server";
import { getReview } from "~/reviews/get-review.server";
import { handOverReview } from "~/reviews/hand-over-review.server";
import { recordVerdict } from "~/reviews/record-verdict.server";
import { returnPlan } from "~/reviews/return-plan.server";
import { startReview } from "~/reviews/start-review.server";
import type { PersonActor } from "~/platform/actor";
import { sectionKeys, type SectionKey } from "~workflows/school-plan/types";

export type Reviewed = { planId: string; reviewer: PersonActor; now: Date };

export type Comments = Partial<Record<SectionKey, string>>;

/** What reviewers of the demonstration ask for. */
export const usualComments: Comments = {
  causes:
    "For one cause the evidence is a single lesson. Say what the results of each class and the work in books show.",
  targets: "The first year’s target lies below what the pupils in year 6 are on course for. Explain why, or raise it.",
};

/** The reviewer takes a submitted plan. */
export const planInReview = ({ planId, reviewer: actor, now }: Reviewed): Promise<void> =>
  startReview({ actor, planId, now });

/** Verdicts on sections that have none yet: a comment where there is one, else acceptance; all sections unless some are named. */
export async function decidedSections(
  asked: Reviewed & { comments?: Comments; sections?: readonly SectionKey[] },
): Promise<void> {
  const { planId, reviewer: actor, now, comments = {}, sections = sectionKeys } = asked;
  const review = await getReview({ actor, planId, now });
  const open = review.sections.filter(({ key, verdict }) => sections.includes(key) && verdict === null);
  for (const { key: section } of open) {
    const comment = comments[section] ?? null;
    await recordVerdict({ actor, planId, section, verdict: comment ? "comment" : "accepted", comment, now });
  }
}

/** Taken, commented on and given back to the council. */
export async function returnedPlan(asked: Reviewed & { dueOn: string; comments?: Comments }): Promise<void> {
  await planInReview(asked);
  await decidedSections({ comments: usualComments, ...asked });
  await returnPlan({ actor: asked.reviewer, ...asked });
}

/** Taken, accepted in every section and approved; one that proposes a federation then waits for a second approval. */
export async function approvedPlan(asked: Reviewed): Promise<void> {
  await planInReview(asked);
  await decidedSections(asked);
  await approvePlan({ actor: asked.reviewer, ...asked });
}

export const confirmedApproval = ({ planId, reviewer: actor, now }: Reviewed): Promise<void> =>
  confirmApproval({ actor, planId, now });

export async function handedOverReview(asked: Reviewed & { to: PersonActor }): Promise<void> {
  await handOverReview({ actor: asked.reviewer, planId: asked.planId, toId: asked.to.personId, now: asked.now });
}
