import type { Evidence } from "~/generated/prisma/client";
import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { isEvidenceKind } from "./evidence-kinds";
import type { EvidencePiece } from "./evidence-piece";

/** A piece with who added it, where the reader may know the person. */
export type ListedEvidence = EvidencePiece & { addedBy: string | null };

type Row = Pick<Evidence, "id" | "filename" | "kind" | "size" | "checksum" | "description" | "addedAt">;

/** A row of the table as pages show it. */
export const toPiece = ({ id, filename, kind, size, checksum, description, addedAt }: Row): EvidencePiece => ({
  id,
  filename,
  kind: isEvidenceKind(kind) ? kind : "text",
  size,
  checksum,
  description,
  addedAt: addedAt.toISOString(),
});

const inOrder = [{ addedAt: "asc" as const }, { id: "asc" as const }];

/** What a draft plan has as evidence, and the reader may see of it: what was taken out is not among it. */
export async function listPlanEvidence(tx: Tx, planId: string): Promise<EvidencePiece[]> {
  const rows = await tx.evidence.findMany({ where: { planId, removedAt: null }, orderBy: inOrder });
  return rows.map(toPiece);
}

type Of = { planId: string } | { challengeId: string } | { progressEntryId: { in: string[] } };

/** The evidence of a plan, a challenge or notes on progress with who added each, by what it is of. */
export async function listEvidence(tx: Tx, of: Of): Promise<(ListedEvidence & { of: string })[]> {
  const rows = await tx.evidence.findMany({ where: { ...of, removedAt: null }, orderBy: inOrder });
  const people = await tx.person.findMany({
    where: { id: { in: rows.map(({ addedById }) => addedById) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...toPiece(row),
    of: row.planId ?? row.challengeId ?? row.progressEntryId ?? "",
    addedBy: names.get(row.addedById) ?? null,
  }));
}

/** A draft's evidence for its page; nothing where the person may not see any. */
export const listEvidenceOfPlan = ({ actor, planId }: { actor: Actor; planId: string }): Promise<ListedEvidence[]> =>
  asActor(actor, (tx) => listEvidence(tx, { planId }));
