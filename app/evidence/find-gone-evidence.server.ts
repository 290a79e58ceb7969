import type { SectionContent } from "~/plans/plan-content";
import type { Tx } from "~/platform/db.server";
import { citedIds } from "./cites";

/**
 * The ids that a section's content cites and that are not evidence of this draft: a colleague has removed it since the
 * form was opened, or it never was of this plan. The draft must be locked.
 */
export async function findGoneEvidence(
  tx: Tx,
  { planId, content }: { planId: string; content: SectionContent },
): Promise<string[]> {
  const ids = citedIds(content);
  if (ids.length === 0) return [];
  const there = await tx.evidence.findMany({
    where: { planId, removedAt: null, id: { in: ids } },
    select: { id: true },
  });
  return ids.filter((id) => !there.some((piece) => piece.id === id));
}
