import { findGoneEvidence } from "~/evidence/find-gone-evidence.server";
import type { PersonActor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import type { SectionKey } from "~workflows/school-plan/types";
import { findComments } from "./find-comments.server";
import { lockDraft, noteContributor } from "./lock-plan.server";
import { sameSectionContent, type SectionContent } from "./plan-content";

export type SaveSection = {
  actor: PersonActor;
  planId: string;
  section: SectionKey;
  /** The version that the person had in front of them. */
  version: number;
  content: SectionContent;
  /** Whether the text passed the section's check; a draft has not been asked, and "asBefore" asks nothing. */
  complete: boolean | "asBefore";
  /** The answer to the reviewer's comment on the section, where there is one. */
  reply?: string;
  /** The form that the text comes from, and its how manieth save this is, counted from 1. */
  form?: { key: string; nth: number };
  /** The writer has done with the section for now: colleagues are no longer told that they have it open. */
  leaving?: boolean;
  now: Date;
};

/** What somebody else saved in the meantime. */
export type StoredSection = { content: SectionContent; reply: string; version: number; byName: string; at: string };
/** Without a stored text, what was cited is not there any more: `gone` says which. */
export type SavedSection =
  | { saved: true; version: number }
  | { saved: false; stored: StoredSection }
  | { saved: false; stored: null; gone: string[] };

async function nameOf(tx: Tx, personId: string): Promise<string> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { name: true } });
  return person?.name ?? "a colleague";
}

/**
 * Saves a section's text, complete or not, and the reply to its comment. Only a draft can be changed, and only the text
 * that the person had read: where somebody saved another text since, nothing is stored and both can be shown.
 */
export async function saveSection(asked: SaveSection): Promise<SavedSection> {
  const { actor, planId, section, version, content, form, now } = asked;
  return asActor(actor, async (tx) => {
    await lockDraft(tx, planId);
    const row = await tx.planSection.findUniqueOrThrow({ where: { planId_key: { planId, key: section } } });
    const comment = (await findComments(tx, planId)).find((candidate) => candidate.section === section);
    const stored = { content: row.content as SectionContent, reply: comment?.reply ?? "" };
    const reply = comment ? (asked.reply ?? stored.reply).trim() : "";
    const same = sameSectionContent(stored.content, content) && stored.reply === reply;
    // The same form sent twice finds its own text stored: that is no conflict. Nor is the next text of the form that wrote
    // the stored one, whose answer its writer may never have got.
    const goesOn = form !== undefined && row.savedFrom === form.key && row.savedNth < form.nth;
    if (row.version !== version && !same && !goesOn) {
      const byName = await nameOf(tx, row.updatedById);
      return { saved: false, stored: { ...stored, version: row.version, byName, at: row.updatedAt.toISOString() } };
    }
    const gone = await findGoneEvidence(tx, { planId, content });
    if (gone.length > 0) return { saved: false, stored: null, gone };
    const complete = asked.complete === "asBefore" ? row.complete : asked.complete;
    const changes = !same || row.complete !== complete;
    if (changes) {
      await tx.planSection.update({
        where: { planId_key: { planId, key: section } },
        data: {
          ...{ content, complete, version: row.version + 1, updatedById: actor.personId, updatedAt: now },
          ...{ savedFrom: form?.key ?? null, savedNth: form?.nth ?? 0 },
        },
        select: { key: true },
      });
      if (comment && reply !== stored.reply)
        await tx.sectionVerdict.update({
          where: { id: comment.id },
          data: { reply, repliedById: actor.personId, repliedAt: now },
          select: { id: true },
        });
    }
    await noteContributor(tx, { planId, personId: actor.personId, now });
    if (asked.leaving) await tx.sectionPresence.deleteMany({ where: { planId, section, personId: actor.personId } });
    return { saved: true, version: row.version + (changes ? 1 : 0) };
  });
}
