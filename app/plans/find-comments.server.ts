import type { Tx } from "~/platform/db.server";
import type { SectionKey } from "~workflows/school-plan/types";

export type SectionComment = { id: string; section: SectionKey; comment: string; reply: string; sharedAt: string };

/**
 * The reviewer's comments on the latest submission that was not withdrawn, once they are shared with the council by its
 * return; none before.
 */
export async function findComments(tx: Tx, planId: string): Promise<SectionComment[]> {
  const latest = await tx.revision.findFirst({
    where: { planId, withdrawnAt: null },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!latest) return [];
  const verdicts = await tx.sectionVerdict.findMany({
    where: { revisionId: latest.id, verdict: "comment", sharedAt: { not: null } },
    select: { id: true, section: true, comment: true, reply: true, sharedAt: true },
  });
  return verdicts.map(({ id, section, comment, reply, sharedAt }) => ({
    id,
    section: section as SectionKey,
    comment: comment ?? "",
    reply: reply ?? "",
    sharedAt: (sharedAt ?? new Date(0)).toISOString(),
  }));
}
