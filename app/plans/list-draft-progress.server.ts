import { councilsOf, type PersonActor } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { sectionKeys, type SectionKey } from "~workflows/school-plan/types";
import { describeSection, type SectionStatus } from "./describe-section";
import { findUnanswered } from "./find-unanswered.server";
import { isEditable } from "./lock-plan.server";
import type { SectionContent } from "./plan-content";
import { targetYearsOf } from "./read-plan.server";
import { isSectionComplete, isSectionEmpty } from "./section-schemas";

/** How far one draft is; instants in ISO form, dates such as "2027-02-26". */
export type DraftProgress = {
  planId: string;
  school: string;
  programme: string;
  dueOn: string;
  sections: { key: SectionKey; status: SectionStatus }[];
  completed: number;
  headReplied: boolean;
  openNotes: number;
  updatedAt: string;
};

/** The drafts of the councils whose officer or lead the person is, what is due first at the top. */
export async function listDraftProgress({ actor }: { actor: PersonActor }): Promise<DraftProgress[]> {
  return asActor(actor, async (tx) => {
    const plans = await tx.plan.findMany({
      where: { councilCode: { in: councilsOf(actor) } },
      select: {
        id: true,
        programme: { select: { name: true, latestYear: true, goalYear: true } },
        cases: {
          select: { planState: true, schoolId: true, dueOn: true, school: { select: { name: true } } },
          orderBy: { id: "asc" },
        },
        sections: { select: { key: true, content: true, complete: true, updatedAt: true } },
        actions: { where: { removedAt: null }, select: { id: true } },
        replies: { select: { schoolId: true } },
        notes: { where: { closedAt: null }, select: { id: true } },
      },
    });
    const drafts = plans.filter(({ cases }) => isEditable(cases.map(({ planState }) => planState)));
    const unanswered = await findUnanswered(
      tx,
      drafts.map(({ id }) => id),
    );
    const rows = drafts.map((plan): DraftProgress => {
      const headReplied = plan.cases.every(({ schoolId }) => plan.replies.some((reply) => reply.schoolId === schoolId));
      const setting = { targetYears: targetYearsOf(plan.programme), headReplied, actionCount: plan.actions.length };
      const sections = sectionKeys.map((key) => {
        const row = plan.sections.find((section) => section.key === key);
        const content = (row?.content ?? {}) as SectionContent;
        const complete = (row?.complete ?? false) && isSectionComplete(key, content, setting);
        const empty = isSectionEmpty(content) && (key !== "actions" || plan.actions.length === 0);
        const comment = unanswered.get(plan.id)?.has(key) ? { replied: false } : null;
        return { key, status: describeSection({ complete, accepted: false, empty, comment }) };
      });
      return {
        planId: plan.id,
        school: plan.cases.map(({ school }) => school.name).join(", "),
        programme: plan.programme.name,
        dueOn: isoDate(plan.cases.reduce((first, { dueOn }) => (dueOn < first ? dueOn : first), plan.cases[0]!.dueOn)),
        sections,
        completed: sections.filter(({ status }) => status.text === "Completed").length,
        ...{ headReplied, openNotes: plan.notes.length },
        updatedAt: new Date(Math.max(...plan.sections.map(({ updatedAt }) => updatedAt.getTime()))).toISOString(),
      };
    });
    return rows.sort((a, b) => (a.dueOn + a.school < b.dueOn + b.school ? -1 : 1));
  });
}
