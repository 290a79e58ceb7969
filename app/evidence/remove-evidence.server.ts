import { StaleForm } from "~/plans/event-refused";
import { lockDraft, noteContributor } from "~/plans/lock-plan.server";
import { readPlan } from "~/plans/read-plan.server";
import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { claimsCiting } from "./claims";
import { requireOwnEvidence } from "./require-own-evidence.server";

type RemoveEvidence = { actor: PersonActor; evidenceId: string; now: Date };

/**
 * Takes a file out of a draft plan, and deletes it where no submission cites it. Throws StaleForm where a claim of the
 * draft cites it: whoever removes it takes it out of the claim first, so that no claim loses its evidence unseen. Returns
 * the plan's id.
 */
export async function removeEvidence({ actor, evidenceId, now }: RemoveEvidence): Promise<string> {
  return asActor(actor, async (tx) => {
    const { planId } = await requireOwnEvidence(tx, evidenceId);
    await lockDraft(tx, planId);
    const row = await tx.evidence.findUnique({ where: { id: evidenceId } });
    if (!row || row.removedAt) return planId;
    const { content } = await readPlan(tx, planId);
    const claims = claimsCiting(content, evidenceId).map(({ label }) => label);
    if (claims.length > 0)
      throw new StaleForm(
        `“${row.description}” was not removed because the plan cites it: ${claims.join(", ")}. Take it out there first.`,
      );
    // The database keeps what a submission cites, whoever asks for its deletion.
    const { count } = await tx.evidence.deleteMany({ where: { id: evidenceId } });
    if (count === 0)
      await tx.evidence.updateMany({
        where: { id: evidenceId },
        data: { removedAt: now, removedById: actor.personId },
      });
    await noteContributor(tx, { planId, personId: actor.personId, now });
    return planId;
  });
}
