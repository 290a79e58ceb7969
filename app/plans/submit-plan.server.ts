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
import { type JudgedFinding, readWordFindings, toAcceptedWords } from "./list-word-findings.server";
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
export type Submitted =
  | { submitted: true; reference: string }
  /** `words` are those that were found and neither changed nor accepted with a reason. */
  | { submitted: false; facts: SubmissionFacts; words: JudgedFinding[] };

/** Ends the transaction of a submission whose words are not settled. */
class WordsToSettle extends Error {}

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
 * comments have no reply, or words that the check found are not settled, nothing is stored and the answer says which.
 */
export async function submitPlan({ actor, planId, seen, commandId, now }: SubmitPlan): Promise<Submitted> {
  let facts: SubmissionFacts | undefined;
  let words: JudgedFinding[] = [];
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
      const findings = await readWordFindings(tx, planId, plan.content);
      words = findings.filter(({ accepted }) => accepted === null);
      await applyPlanEvent(tx, { actor, planId, now, commandId, event: { type: "SUBMIT_PLAN", ...facts } });
      // After the workflow: a plan that cannot be submitted any more is told as such, not as changed.
      if (planFingerprint(plan.content) !== seen)
        throw new StaleForm(
          "The plan was not submitted because it was changed after you opened the page. Check your answers again before you submit.",
        );
      if (words.length > 0) throw new WordsToSettle();
      const reference = newReference();
      const content: PlanContent = { ...plan.content, acceptedWords: toAcceptedWords(findings) };
      await tx.revision.create({
        data: {
          id: commandId ?? randomUUID(),
          planId,
          number: (latest?.number ?? 0) + 1,
          reference,
          content: content as unknown as Prisma.InputJsonValue,
          submittedById: actor.personId,
          submittedAt: now,
        },
        select: { id: true },
      });
      await noteContributor(tx, { planId, personId: actor.personId, now });
      return { submitted: true, reference };
    });
  } catch (error) {
    const toFill = error instanceof EventRefused && fillable.includes(error.reason);
    if ((toFill || error instanceof WordsToSettle) && facts) return { submitted: false, facts, words };
    throw error;
  }
}
