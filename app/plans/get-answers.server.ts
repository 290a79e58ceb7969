import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { comparePlans, type SectionDifference } from "./compare-plans";
import type { VersionName } from "./compare-versions.server";
import { listVersions, type PlanVersion } from "./list-versions.server";
import { orderedSections } from "./plan-sections";

export type AnsweredSection = {
  key: string;
  number: number;
  title: string;
  comment: string;
  /** What the council answered; null where the reader cannot know it yet. */
  reply: string | null;
  /** Null where the section's text is as it was, or where there is no later text to read. */
  difference: SectionDifference | null;
};

export type Answers = {
  planId: string;
  schools: string[];
  isCouncil: boolean;
  /** Every revision that was returned with comments, the newest first. */
  rounds: VersionName[];
  /** The one that is shown, with the text that came after it; null where none was returned. */
  round: {
    on: VersionName;
    next: VersionName | null;
    sections: AnsweredSection[];
    /** Sections that changed and had no comment. */
    others: string[];
  } | null;
};

const named = ({ content: _, ...version }: PlanVersion): VersionName => version;

/**
 * What a reviewer's comments asked for, what the council replied and what it changed because of them. The Department
 * reads the reply and the change with the next submission, the council also in its draft. 404 as for the plan itself.
 */
export async function getAnswers(asked: {
  actor: PersonActor;
  planId: string;
  revision: string | null;
}): Promise<Answers> {
  const { actor, planId } = asked;
  return asActor(actor, async (tx) => {
    const { schools, isCouncil, versions } = await listVersions(tx, { actor, planId });
    const standing = versions.filter(({ withdrawn }) => !withdrawn);
    const revisionIds = standing.flatMap(({ id }) => (id === "draft" ? [] : [id]));
    const comments = await tx.sectionVerdict.findMany({
      where: { revisionId: { in: revisionIds }, verdict: "comment", sharedAt: { not: null } },
      select: { revisionId: true, section: true, comment: true, reply: true },
    });
    const returned = standing.filter(({ id }) => comments.some(({ revisionId }) => revisionId === id)).reverse();
    const page = { planId, schools, isCouncil, rounds: returned.map(named) };
    const on = asked.revision ? returned.find(({ id }) => id === asked.revision) : returned[0];
    if (!on && asked.revision) throw new Response("Not found", { status: 404 });
    if (!on) return { ...page, round: null };
    const next = standing[standing.indexOf(on) + 1] ?? null;
    const changed = next ? comparePlans(on.content, next.content) : [];
    const said = comments.filter(({ revisionId }) => revisionId === on.id);
    const sections = orderedSections.flatMap(({ key, number, title }): AnsweredSection[] => {
      const comment = said.find(({ section }) => section === key);
      if (!comment) return [];
      // A reply is stored while it is being written: without a later text that this reader may see it is not theirs yet.
      const reply = next ? (comment.reply ?? "") : null;
      const difference = changed.find((section) => section.key === key) ?? null;
      return [{ key, number, title, comment: comment.comment ?? "", reply, difference }];
    });
    const others = changed.filter(({ key }) => !sections.some((section) => section.key === key));
    return {
      ...page,
      round: { on: named(on), next: next && named(next), sections, others: others.map(({ title }) => title) },
    };
  });
}
