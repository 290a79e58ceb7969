import type { EvidencePiece } from "~/evidence/evidence-piece";
import { type Actor, leads } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { asActor, type Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { sectionKeys, type SectionKey } from "~workflows/school-plan/types";
import { describeSection, type SectionStatus } from "./describe-section";
import { findComments, type SectionComment } from "./find-comments.server";
import { type CaseDetail, readCase } from "./get-case.server";
import { isEditable } from "./lock-plan.server";
import { changedSections, type PlanContent } from "./plan-content";
import { planSections } from "./plan-sections";
import { readPlan, sectionSettingOf } from "./read-plan.server";
import { isSectionComplete, isSectionEmpty, type SectionSetting } from "./section-schemas";

export type SectionDetail = {
  key: SectionKey;
  number: number;
  title: string;
  intro: string;
  version: number;
  /** Marked as complete, and its text still passes the section's check. */
  complete: boolean;
  /** Accepted by the reviewer, and not changed since. */
  accepted: boolean;
  comment: SectionComment | null;
  status: SectionStatus;
  /** Notes between colleagues that nobody has dealt with yet. */
  openNotes: number;
  updatedAt: string;
};

export type Submission = {
  id: string;
  number: number;
  reference: string;
  submittedAt: string;
  submittedBy: string;
  withdrawnAt: string | null;
};

export type PlanDetail = {
  id: string;
  councilCode: string;
  replyByOn: string | null;
  programme: { id: string; name: string };
  /** The case that the plan was written for; a plan that serves several has the others in `otherSchools`. */
  case: CaseDetail;
  otherSchools: string[];
  content: PlanContent;
  setting: SectionSetting;
  sections: SectionDetail[];
  actionVersions: Record<string, number>;
  /** All evidence of the draft, cited or not. */
  evidence: EvidencePiece[];
  /** Newest first. */
  submissions: Submission[];
  editable: boolean;
  isLead: boolean;
  today: string;
};

async function listSubmissions(tx: Tx, planId: string) {
  const rows = await tx.revision.findMany({ where: { planId }, orderBy: { number: "desc" } });
  const people = await tx.person.findMany({
    where: { id: { in: rows.map(({ submittedById }) => submittedById) } },
    select: { id: true, name: true },
  });
  return rows.map((row) => ({
    content: row.content as unknown as PlanContent,
    submission: {
      id: row.id,
      number: row.number,
      reference: row.reference,
      submittedAt: row.submittedAt.toISOString(),
      submittedBy: people.find(({ id }) => id === row.submittedById)?.name ?? "",
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    } satisfies Submission,
  }));
}

/**
 * A council's plan with the state of each section, for the people who write it. Throws a 404 where the person may not
 * see the working draft, as where there is none.
 */
export async function getPlan({
  actor,
  planId,
  now,
}: {
  actor: Actor;
  planId: string;
  now: Date;
}): Promise<PlanDetail> {
  if (!isUuid(planId)) throw new Response("Not found", { status: 404 });
  return asActor(actor, async (tx) => {
    const plan = await readPlan(tx, planId);
    const [firstCase] = plan.cases;
    // The Department may know that there is a plan, but reads what was submitted: without its sections there is no draft.
    if (!firstCase || plan.sections.length === 0) throw new Response("Not found", { status: 404 });
    const { detail, stored } = await readCase(tx, { actor, caseId: firstCase.id, now });
    const comments = await findComments(tx, planId);
    const submissions = await listSubmissions(tx, planId);
    const notes = await tx.planNote.groupBy({ by: ["section"], where: { planId, closedAt: null }, _count: true });
    const setting = sectionSettingOf(plan.content);
    const latest = submissions[0];
    const changed = latest ? changedSections(latest.content, plan.content) : sectionKeys;
    const editable = isEditable(plan.cases.map(({ planState }) => planState));
    const sections = sectionKeys.map((key, index): SectionDetail => {
      const row = plan.sections.find((section) => section.key === key);
      const content = plan.content.sections[key];
      const complete = (row?.complete ?? false) && isSectionComplete(key, content, setting);
      // Only a return shares the verdicts: a submission that was withdrawn after a review leaves some nobody was told.
      const accepted =
        editable &&
        detail.planState === "returned" &&
        stored.context.verdicts[key]?.verdict === "accepted" &&
        !changed.includes(key);
      const comment = (editable && comments.find(({ section }) => section === key)) || null;
      const empty = isSectionEmpty(content) && (key !== "actions" || plan.content.actions.length === 0);
      return {
        key,
        number: index + 1,
        ...planSections[key],
        version: row?.version ?? 1,
        complete,
        accepted,
        comment,
        status: describeSection({ complete, accepted, empty, comment: comment && { replied: comment.reply !== "" } }),
        openNotes: notes.find(({ section }) => section === key)?._count ?? 0,
        updatedAt: (row?.updatedAt ?? now).toISOString(),
      };
    });
    return {
      id: plan.id,
      councilCode: plan.councilCode,
      replyByOn: plan.replyByOn,
      programme: plan.programme,
      case: detail,
      otherSchools: plan.cases.slice(1).map(({ school }) => school.name),
      content: plan.content,
      setting,
      sections,
      actionVersions: plan.actionVersions,
      evidence: plan.evidence,
      submissions: submissions.map(({ submission }) => submission),
      editable,
      isLead: leads(actor, plan.councilCode),
      today: dateInLondon(now),
    };
  });
}
