import { randomUUID } from "node:crypto";
import type { Prisma } from "~/generated/prisma/client";
import type { PersonActor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { sectionKeys, type SectionKey } from "~workflows/school-plan/types";
import { isStructural } from "./action-kinds";
import type { AskedEvent } from "./work-out-event.server";
import { applyPlanEvent } from "./apply-plan-event.server";
import { EventRefused, StaleForm } from "./event-refused";
import { findComments } from "./find-comments.server";
import { lockCasesOf, lockReplies, noteContributor } from "./lock-plan.server";
import { changedSections, type PlanContent, textOf } from "./plan-content";
import { planFingerprint } from "./plan-fingerprint.server";
import { newReference } from "./new-reference.server";
import { type ReadPlan, readPlan, sectionSettingOf } from "./read-plan.server";
import { isSectionComplete } from "./section-schemas";

type SubmitPlan = {
  actor: PersonActor;
  planId: string;
  /** The fingerprint of the plan that the lead declared to have read. */
  seen: string;
  commandId?: string;
  now: Date;
};

type SubmissionFacts = Omit<Extract<AskedEvent, { type: "SUBMIT_PLAN" }>, "type">;
export type Submitted = { submitted: true; reference: string } | { submitted: false; facts: SubmissionFacts };

type LatestRevision = { number: number; content: unknown } | null;

async function gatherFacts(tx: Tx, plan: ReadPlan, latest: LatestRevision): Promise<SubmissionFacts> {
  const { content } = plan;
  const setting = sectionSettingOf(content);
  const isDone = (key: SectionKey) =>
    (plan.sections.find((section) => section.key === key)?.complete ?? false) &&
    isSectionComplete(key, content.sections[key], setting);
  const explained = textOf(content.sections.governance, "headAbsent") !== "";
  const comments = await findComments(tx, plan.id);
  return {
    incompleteSections: sectionKeys.filter((key) => !isDone(key)),
    headReply: setting.headReplied ? "given" : explained ? "explained" : "missing",
    commentsWithoutReply: comments.filter(({ reply }) => reply.trim() === "").map(({ section }) => section),
    changedSections: latest ? changedSections(latest.content as PlanContent, content) : [...sectionKeys],
    proposesStructuralChange: content.actions.some(({ kind }) => isStructural(kind)),
  };
}

// What a lead can put right by filling in is told section by section; every other refusal is a page of its own.
const fillable = ["incompleteSections", "headReplyMissing", "commentsWithoutReply"];

/**
 * Submits a plan to the Department on the council's behalf: the text as it stands becomes a revision with a reference, in
 * the transaction of the event. The same form sent again gets the same reference. Where sections are incomplete or
 * comments have no reply, nothing is stored and the facts say which.
 */
export async function submitPlan({ actor, planId, seen, commandId, now }: SubmitPlan): Promise<Submitted> {
  let facts: SubmissionFacts | undefined;
  try {
    return await asActor(actor, async (tx) => {
      await lockCasesOf(tx, planId);
      await lockReplies(tx, planId);
      // The form's key is the revision's id, so that a form that comes again finds what it made.
      const made = commandId && (await tx.revision.findFirst({ where: { id: commandId, planId } }));
      if (made) return { submitted: true, reference: made.reference };
      const plan = await readPlan(tx, planId);
      const latest = await tx.revision.findFirst({ where: { planId }, orderBy: { number: "desc" } });
      facts = await gatherFacts(tx, plan, latest);
      await applyPlanEvent(tx, { actor, planId, now, commandId, event: { type: "SUBMIT_PLAN", ...facts } });
      // After the workflow: a plan that cannot be submitted any more is told as such, not as changed.
      if (planFingerprint(plan.content) !== seen)
        throw new StaleForm(
          "The plan was not submitted because it was changed after you opened the page. Check your answers again before you submit.",
        );
      const reference = newReference();
      await tx.revision.create({
        data: {
          id: commandId ?? randomUUID(),
          planId,
          number: (latest?.number ?? 0) + 1,
          reference,
          content: plan.content as unknown as Prisma.InputJsonValue,
          submittedById: actor.personId,
          submittedAt: now,
        },
        select: { id: true },
      });
      await noteContributor(tx, { planId, personId: actor.personId, now });
      return { submitted: true, reference };
    });
  } catch (error) {
    if (error instanceof EventRefused && fillable.includes(error.reason) && facts) return { submitted: false, facts };
    throw error;
  }
}
