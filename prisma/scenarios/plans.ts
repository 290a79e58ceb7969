import { randomUUID } from "node:crypto";
import { acceptWords } from "~/plans/accept-words.server";
import { addAction } from "~/plans/add-action.server";
import { getPlan } from "~/plans/get-plan.server";
import { listWordFindings } from "~/plans/list-word-findings.server";
import type { SectionContent } from "~/plans/plan-content";
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

/** Adds to a complete section's fields, which stays complete. */
async function addedTo(
  asked: { planId: string; officer: PersonActor; now: Date },
  key: SectionKey,
  fields: SectionContent,
) {
  const { planId, officer: actor, now } = asked;
  const plan = await getPlan({ actor, planId, now });
  const version = plan.sections.find((section) => section.key === key)?.version ?? 1;
  const content = { ...plan.content.sections[key], ...fields };
  await saveSection({ actor, planId, section: key, version, content, complete: true, now });
}

/** A risk with a word that the check before submission finds, kept with a reason. */
export async function keptWords(asked: { planId: string; officer: PersonActor; now: Date }): Promise<void> {
  const { planId, officer: actor, now } = asked;
  await addedTo(asked, "risks", {
    "risk-3": "The boiler is failing, and two classrooms may have to close in a cold week.",
    "mitigation-3": "The council’s surveyor sees it in December. Year 6 moves to the library if a room closes.",
  });
  const findings = await listWordFindings({ actor, plan: await getPlan({ actor, planId, now }) });
  const reason = "It is the boiler that fails. Nobody is judged by it.";
  for (const { key } of findings) await acceptWords({ actor, planId, key, reason, now });
}

/** A phrase that says nothing, which the check before submission will ask about. */
export const emptyWords = (asked: { planId: string; officer: PersonActor; now: Date }): Promise<void> =>
  addedTo(asked, "actions", { together: "The teaching of English and maths comes first, with robust monitoring." });

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
  if (!submitted.submitted) throw new Error(`The plan was not complete: ${JSON.stringify(submitted)}`);
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
