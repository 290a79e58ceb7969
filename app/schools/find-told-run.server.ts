import type { Tx } from "~/platform/db.server";

/**
 * The run of which a headteacher was last told: a later one that flags the school again is not shown to them before their
 * council tells them. The case's own run for an adviser, who reads no telling.
 */
export async function findToldRun(tx: Tx, { id, runId }: { id: string; runId: string }): Promise<string> {
  const telling = await tx.headTelling.findFirst({
    where: { caseId: id },
    orderBy: { recordedAt: "desc" },
    select: { runId: true },
  });
  return telling?.runId ?? runId;
}
