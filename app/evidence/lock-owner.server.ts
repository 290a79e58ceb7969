import { lockDraft } from "~/plans/lock-plan.server";
import { StaleForm } from "~/plans/event-refused";
import { councilsOf, type PersonActor } from "~/platform/actor";
import { isUuid } from "~/platform/is-uuid";
import type { Tx } from "~/platform/db.server";
import { type EvidenceOwner, ownerId } from "./evidence-owner";

const ofCouncil = { case: { select: { councilCode: true } } } as const;
const notFound = () => new Response("Not found", { status: 404 });

/**
 * Lets one at a time add to what a plan, a challenge or a note has, until the transaction ends, so that no file comes
 * twice and no ceiling is passed. A plan must be a draft, a challenge open; 404 where it is not the person's own council's.
 */
export async function lockOwner(tx: Tx, { actor, owner }: { actor: PersonActor; owner: EvidenceOwner }): Promise<void> {
  if (!isUuid(ownerId(owner))) throw notFound();
  if ("planId" in owner) return lockDraft(tx, owner.planId);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`evidence:${ownerId(owner)}`}, 0))`;
  const found =
    "challengeId" in owner
      ? await tx.challenge.findUnique({ where: { id: owner.challengeId }, select: { state: true, ...ofCouncil } })
      : await tx.progressEntry.findUnique({ where: { id: owner.progressEntryId }, select: ofCouncil });
  if (!found || !councilsOf(actor).includes(found.case.councilCode)) throw notFound();
  if ("state" in found && found.state !== "open")
    throw new StaleForm("The file was not attached because the Department has decided on the challenge.");
}
