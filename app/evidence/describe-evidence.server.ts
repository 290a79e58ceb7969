import { StaleForm } from "~/plans/event-refused";
import { lockDraft, noteContributor } from "~/plans/lock-plan.server";
import type { PersonActor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { requireOwnEvidence } from "./require-own-evidence.server";
import { requireUnsubmitted } from "./require-unsubmitted";

type DescribeEvidence = { actor: PersonActor; evidenceId: string; description: string; now: Date };

/** Whether a submission cites a piece, so that it stays as it was then. */
export async function isSubmitted(tx: Tx, { planId, id }: { planId: string; id: string }): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ cited: boolean }[]>`
    SELECT app.revision_cites(${planId}::uuid, ${id}::uuid) AS cited`;
  return found?.cited ?? false;
}

/**
 * Says anew what a file of a draft plan shows. Throws StaleForm where a submission cites it, or somebody removed it.
 * Returns the plan's id.
 */
export async function describeEvidence(asked: DescribeEvidence): Promise<string> {
  const { actor, evidenceId, description, now } = asked;
  return asActor(actor, async (tx) => {
    const { planId } = await requireOwnEvidence(tx, evidenceId);
    await lockDraft(tx, planId);
    const row = await tx.evidence.findUnique({ where: { id: evidenceId } });
    if (!row || row.removedAt) throw new StaleForm("Your change was not saved because a colleague removed this file.");
    if (row.description === description) return planId;
    requireUnsubmitted(await isSubmitted(tx, { planId, id: evidenceId }));
    await tx.evidence.update({ where: { id: evidenceId }, data: { description }, select: { id: true } });
    await noteContributor(tx, { planId, personId: actor.personId, now });
    return planId;
  });
}
