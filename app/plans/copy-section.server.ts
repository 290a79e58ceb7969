import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import type { SectionKey } from "~workflows/school-plan/types";
import { copiedFields } from "./copied-fields";
import { lockDraft, noteContributor } from "./lock-plan.server";
import type { SectionContent } from "./plan-content";
import { requireOwnPlan } from "./require-own-plan.server";
import { isSectionEmpty } from "./section-schemas";

type CopySection = {
  actor: PersonActor;
  planId: string;
  section: SectionKey;
  toPlanIds: readonly string[];
  now: Date;
};

/**
 * Copies a section's words into other drafts of the council, as a beginning: they are in progress there until somebody
 * has made them that school's own. A section that has words already is left as it is. Gives how many took the copy.
 */
export async function copySection({ actor, planId, section, toPlanIds, now }: CopySection): Promise<number> {
  return asActor(actor, async (tx) => {
    await requireOwnPlan(tx, planId);
    const from = await tx.planSection.findUniqueOrThrow({ where: { planId_key: { planId, key: section } } });
    const content = copiedFields(section, from.content as SectionContent);
    let copied = 0;
    // In one order, so that two who copy at once do not wait for each other in turn.
    for (const toPlanId of [...new Set(toPlanIds)].filter((id) => id !== planId).sort()) {
      await lockDraft(tx, toPlanId);
      const where = { planId_key: { planId: toPlanId, key: section } };
      const row = await tx.planSection.findUnique({ where });
      if (!row) throw new Response("Not found", { status: 404 });
      if (!isSectionEmpty(row.content as SectionContent)) continue;
      await tx.planSection.update({
        where,
        data: {
          ...{ content, complete: false, version: row.version + 1, updatedById: actor.personId, updatedAt: now },
          // A form that saved here before is not the one that this text comes from.
          ...{ savedFrom: null, savedNth: 0 },
        },
        select: { key: true },
      });
      await noteContributor(tx, { planId: toPlanId, personId: actor.personId, now });
      copied += 1;
    }
    return copied;
  });
}
