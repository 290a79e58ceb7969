import { type Actor, councilsOf } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { isEditable, lockDraft } from "~/plans/lock-plan.server";
import { readPlan } from "~/plans/read-plan.server";
import { type Claim, claimsCiting } from "./claims";
import { isSubmitted } from "./describe-evidence.server";
import { type ListedEvidence, toPiece } from "./list-evidence.server";

export type EvidenceDetail = ListedEvidence & {
  /** Where it came from and goes back to; null for whoever reads it from a submission. */
  draft: {
    planId: string;
    editable: boolean;
    /** Taken out of the draft, and kept because a submission cites it. */
    removed: boolean;
    /** A submission cites it, so that it can neither be deleted nor described anew. */
    submitted: boolean;
    claims: Claim[];
  } | null;
  /** The case whose challenge or progress it is evidence of. */
  caseId: string | null;
};

async function readDraft(tx: Tx, { id, planId, removedAt }: { id: string; planId: string; removedAt: Date | null }) {
  const { content, cases } = await readPlan(tx, planId);
  return {
    planId,
    editable: isEditable(cases.map(({ planState }) => planState)),
    removed: removedAt !== null,
    submitted: await isSubmitted(tx, { planId, id }),
    claims: claimsCiting(content, id),
  };
}

/** A piece of evidence for whoever may read what cites it; 404 for everybody else, as where there is none. */
export async function getEvidence({
  actor,
  evidenceId,
}: {
  actor: Actor;
  evidenceId: string;
}): Promise<EvidenceDetail> {
  if (!isUuid(evidenceId)) throw new Response("Not found", { status: 404 });
  return asActor(actor, async (tx) => {
    const row = await tx.evidence.findUnique({ where: { id: evidenceId } });
    if (!row) throw new Response("Not found", { status: 404 });
    const person = await tx.person.findUnique({ where: { id: row.addedById }, select: { name: true } });
    const plan = row.planId && (await tx.plan.findUnique({ where: { id: row.planId }, select: { councilCode: true } }));
    const own = plan && councilsOf(actor).includes(plan.councilCode);
    const challenge =
      row.challengeId && (await tx.challenge.findUnique({ where: { id: row.challengeId }, select: { caseId: true } }));
    const entry =
      row.progressEntryId &&
      (await tx.progressEntry.findUnique({ where: { id: row.progressEntryId }, select: { caseId: true } }));
    return {
      ...toPiece(row),
      addedBy: person?.name ?? null,
      draft: own && row.planId ? await readDraft(tx, { ...row, planId: row.planId }) : null,
      caseId: (challenge || entry || null)?.caseId ?? null,
    };
  });
}

/**
 * The same for the pages that change a piece of a draft. 404 where it is not the person's own plan's, or was taken out
 * already, and EventRefused where the plan is no draft.
 */
export async function getOwnEvidence(asked: {
  actor: Actor;
  evidenceId: string;
}): Promise<EvidenceDetail & { draft: NonNullable<EvidenceDetail["draft"]> }> {
  const { draft, ...evidence } = await getEvidence(asked);
  if (!draft || draft.removed) throw new Response("Not found", { status: 404 });
  if (!draft.editable) await asActor(asked.actor, (tx) => lockDraft(tx, draft.planId));
  return { ...evidence, draft };
}
