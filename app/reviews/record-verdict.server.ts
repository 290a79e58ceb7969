import { applyPlanEvent } from "~/plans/apply-plan-event.server";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import type { SectionKey } from "~workflows/school-plan/types";
import { getCurrentRevisionId } from "./current-revision.server";
import { isIndependentOfPlan } from "./independence.server";

type RecordVerdict = {
  actor: PersonActor;
  planId: string;
  section: SectionKey;
  verdict: "accepted" | "comment";
  /** What the council has to do; null for an acceptance. */
  comment: string | null;
  commandId?: string;
  now: Date;
};

/**
 * The plan's reviewer accepts one section or comments on it; a later verdict on the same section replaces the earlier.
 * The council reads none of it before the plan is returned or approved. Throws EventRefused where the person is not the
 * plan's reviewer any more.
 */
export async function recordVerdict(asked: RecordVerdict): Promise<void> {
  const { actor, planId, section, verdict, comment, commandId, now } = asked;
  await asActor(actor, async (tx) => {
    const independent = await isIndependentOfPlan(tx, { personId: actor.personId, planId });
    const commentGiven = Boolean(comment?.trim());
    const [applied] = await applyPlanEvent(tx, {
      actor,
      planId,
      event: { type: "RECORD_VERDICT", independent, section, verdict, commentGiven },
      words: comment ?? undefined,
      departmentOnly: true,
      commandId,
      now,
    });
    if (applied.repeated) return;
    const revisionId = await getCurrentRevisionId(tx, planId);
    const said = {
      verdict,
      comment: verdict === "comment" ? comment : null,
      reviewerId: actor.personId,
      recordedAt: now,
    };
    await tx.sectionVerdict.upsert({
      where: { revisionId_section: { revisionId, section } },
      create: { revisionId, section, ...said },
      update: said,
    });
  });
}
