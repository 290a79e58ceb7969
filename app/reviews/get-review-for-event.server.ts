import { requireEvent } from "~/plans/require-event";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import type { CaseEventType, SectionKey } from "~workflows/school-plan/types";
import { compareSection, type SectionDifference } from "~/plans/compare-plans";
import type { PlanContent } from "~/plans/plan-content";
import { type Candidate, listCandidates } from "./hand-over-review.server";
import { type ReadReview, readReview, withoutContent } from "./get-review.server";
import type { Review, ReviewedSection } from "./review";

type Asked = { actor: PersonActor; planId: string; now: Date };

function require(actor: PersonActor, review: ReadReview, event: CaseEventType) {
  const { caseId: id, stored, available } = review;
  requireEvent({ actor, case: { id, stored, available }, event });
}

/**
 * The review for the page of one event. Returning and approving are asked for with RECORD_VERDICT: their pages open to
 * the plan's reviewer before every section is decided, and say what is missing. 404 and EventRefused as elsewhere.
 */
export async function getReviewForEvent(asked: Asked & { event: CaseEventType }): Promise<Review> {
  return asActor(asked.actor, async (tx) => {
    const review = await readReview(tx, asked);
    require(asked.actor, review, asked.event);
    return withoutContent(review);
  });
}

/** The review and the reviewers who could take it over. */
export async function getHandOver(asked: Asked): Promise<{ review: Review; candidates: Candidate[] }> {
  return asActor(asked.actor, async (tx) => {
    const review = await readReview(tx, asked);
    require(asked.actor, review, "HAND_OVER_REVIEW");
    return { review: withoutContent(review), candidates: await listCandidates(tx, asked) };
  });
}

/** One section to read and decide on, with its text and, where it changed, the text before. */
export type SectionToReview = {
  review: Review;
  section: ReviewedSection;
  content: PlanContent;
  previousContent: PlanContent | null;
  /** What the text says otherwise than the one before; null where it did not change. */
  difference: SectionDifference | null;
};

export async function getReviewSection(asked: Asked & { section: SectionKey }): Promise<SectionToReview> {
  return asActor(asked.actor, async (tx) => {
    const review = await readReview(tx, asked);
    const section = review.sections.find(({ key }) => key === asked.section);
    if (!section) throw new Response("Not found", { status: 404 });
    const previousContent = section.changed ? review.previousContent : null;
    const difference = previousContent && compareSection(section.key, previousContent, review.content);
    return { review: withoutContent(review), section, content: review.content, previousContent, difference };
  });
}
