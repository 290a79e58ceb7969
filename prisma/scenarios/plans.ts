import { randomUUID } from "node:crypto";
import { addAction } from "~/plans/add-action.server";
import { getPlan } from "~/plans/get-plan.server";
import { planFingerprint } from "~/plans/plan-fingerprint.server";
import { recordProgress } from "~/plans/record-progress.server";
import type { ProgressStatus } from "~/plans/record-progress.schema";
import { reopenPlan } from "~/plans/reopen-plan.server";
import { saveSection } from "~/plans/save-section.server";
import { setReplyDate } from "~/plans/set-reply-date.server";
import { startPlan } from "~/plans/start-plan.server";
import { submitPlan } from "~/plans/submit-plan.server";
import { withdrawSubmission } from "~/plans/withdraw-submission.server";
import type { PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { sectionKeys, type SectionKey } from "~workflows/school-plan/types";
import { attachedEvidence } from "./evidence";
import { writePlan } from "./plan-texts";

export type Written = { planId: string; lead: PersonActor; now: Date };

/** A started plan with nothing in it. */
export const startedPlan = (asked: { caseId: string; officer: PersonActor; now: Date }): Promise<string> =>
  startPlan({ actor: asked.officer, caseId: asked.caseId, now: asked.now });

/**
 * Fills a draft's sections and adds its actions. With `sections` only those are filled in, complete; with `unfinished`
 * that one is left as a draft.
 */
export async function completeDraft(asked: {
  planId: string;
  officer: PersonActor;
  now: Date;
  federation?: boolean;
  sections?: readonly SectionKey[];
  unfinished?: SectionKey;
  /** Whether files are attached too, and cited by some of the claims. */
  evidence?: boolean;
}): Promise<void> {
  const { planId, officer: actor, now, federation, sections = sectionKeys, unfinished, evidence } = asked;
  const plan = await getPlan({ actor, planId, now });
  const texts = writePlan({ setting: plan.content.setting, today: dateInLondon(now), federation });
  if (sections.includes("actions"))
    for (const action of texts.actions) await addAction({ actor, planId, action, commandId: randomUUID(), now });
  if (evidence) await attachedEvidence({ planId, officer: actor, now, texts, setting: plan.content.setting });
  for (const { key, version } of plan.sections.filter((section) => sections.includes(section.key)))
    await saveSection({
      actor,
      planId,
      section: key,
      version,
      content: texts.sections[key],
      complete: key !== unfinished,
      now,
    });
}

/** A started and complete plan that its lead has not submitted yet. */
export async function draftedPlan(asked: {
  caseId: string;
  officer: PersonActor;
  now: Date;
  federation?: boolean;
  evidence?: boolean;
}): Promise<string> {
  const planId = await startedPlan(asked);
  await completeDraft({ planId, ...asked });
  return planId;
}

/** Submits a complete draft and returns the reference. Throws where it is not complete. */
export async function submittedPlan({ planId, lead: actor, now }: Written): Promise<string> {
  const { content } = await getPlan({ actor, planId, now });
  const asked = { actor, planId, seen: planFingerprint(content), commandId: randomUUID(), now };
  const submitted = await submitPlan(asked);
  if (!submitted.submitted) throw new Error(`The plan was not complete: ${JSON.stringify(submitted.facts)}`);
  return submitted.reference;
}

export const withdrawnSubmission = ({ planId, lead: actor, now }: Written): Promise<void> =>
  withdrawSubmission({ actor, planId, commandId: randomUUID(), now });

/** Answers each comment of a returned plan, changes the text it is about, and leaves the rest as it was. */
export async function answeredComments({ planId, lead: actor, now }: Written): Promise<void> {
  const plan = await getPlan({ actor, planId, now });
  for (const { key, version, comment } of plan.sections) {
    if (!comment) continue;
    const content = { ...plan.content.sections[key] };
    const [field = ""] = Object.keys(content).filter((name) => typeof content[name] === "string" && content[name]);
    if (key !== "targets" && key !== "cost" && field)
      content[field] = `${String(content[field])} We have looked at this again since the plan was returned.`;
    const reply = "We agree. The section now says what we will do, who does it and how we will know.";
    await saveSection({ actor, planId, section: key, version, content, complete: true, reply, now });
  }
}

/** A returned plan, answered and submitted again. */
export async function resubmittedPlan(asked: Written): Promise<string> {
  await answeredComments(asked);
  return submittedPlan(asked);
}

export const replyAskedFor = (asked: { planId: string; officer: PersonActor; replyByOn: string }): Promise<void> =>
  setReplyDate({ actor: asked.officer, planId: asked.planId, replyByOn: asked.replyByOn });

export const recordedProgress = (asked: {
  caseId: string;
  officer: PersonActor;
  status: ProgressStatus;
  note: string;
  now: Date;
}): Promise<void> => {
  const { caseId, officer: actor, status, note, now } = asked;
  return recordProgress({ actor, caseId, actionId: null, status, note, commandId: randomUUID(), now });
};

export const reopenedPlan = (asked: {
  caseId: string;
  admin: PersonActor;
  dueOn: string;
  reason: string;
  now: Date;
}): Promise<void> => reopenPlan({ actor: asked.admin, commandId: randomUUID(), ...asked });
