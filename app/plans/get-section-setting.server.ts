import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import type { SectionKey } from "~workflows/school-plan/types";
import { findComments } from "./find-comments.server";
import { targetYearsOf } from "./read-plan.server";
import type { SectionSetting } from "./section-schemas";

/** What a section's form is checked against when it is sent; 404 where the person may not see the plan. */
export async function getSectionSetting({
  actor,
  planId,
  section,
}: {
  actor: Actor;
  planId: string;
  section: SectionKey;
}): Promise<SectionSetting & { commented: boolean }> {
  if (!isUuid(planId)) throw new Response("Not found", { status: 404 });
  return asActor(actor, async (tx) => {
    const plan = await tx.plan.findUnique({
      where: { id: planId },
      select: {
        programme: { select: { latestYear: true, goalYear: true } },
        cases: { select: { schoolId: true } },
        replies: { select: { schoolId: true } },
        actions: { where: { removedAt: null }, select: { id: true } },
        sections: { where: { key: section }, select: { key: true } },
      },
    });
    if (!plan || plan.sections.length === 0) throw new Response("Not found", { status: 404 });
    const replied = new Set(plan.replies.map(({ schoolId }) => schoolId));
    return {
      targetYears: targetYearsOf(plan.programme),
      headReplied: plan.cases.every(({ schoolId }) => replied.has(schoolId)),
      actionCount: plan.actions.length,
      commented: (await findComments(tx, planId)).some((comment) => comment.section === section),
    };
  });
}
