import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { StaleForm } from "./event-refused";
import { readWordFindings } from "./list-word-findings.server";
import { lockDraft, noteContributor } from "./lock-plan.server";
import { readPlan } from "./read-plan.server";

type AcceptWords = { actor: PersonActor; planId: string; key: string; reason: string; now: Date };

/**
 * Keeps why words that the check found stay in a draft; a later reason takes the earlier one's place. What is accepted are
 * these words in this sentence: throws StaleForm where the text changed since the page was opened.
 */
export async function acceptWords({ actor, planId, key, reason, now }: AcceptWords): Promise<void> {
  await asActor(actor, async (tx) => {
    await lockDraft(tx, planId);
    const { content } = await readPlan(tx, planId);
    const finding = (await readWordFindings(tx, planId, content)).find((candidate) => candidate.key === key);
    if (!finding)
      throw new StaleForm("Nothing was kept, because the text was changed after you opened the page. Check it again.");
    const { section, field, words, sentence } = finding;
    const given = { reason, acceptedById: actor.personId, acceptedAt: now };
    await tx.acceptedWords.upsert({
      where: { planId_finding: { planId, finding: key } },
      create: { planId, finding: key, section, field, words, sentence, ...given },
      update: given,
      select: { planId: true },
    });
    await noteContributor(tx, { planId, personId: actor.personId, now });
  });
}
