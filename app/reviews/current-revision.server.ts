import type { SchoolCase } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { storedCase } from "~/plans/work-out-event.server";

/** The id of the revision that stands: the last one submitted and not withdrawn. 404 where there is none to read. */
export async function getCurrentRevisionId(tx: Tx, planId: string): Promise<string> {
  const found = await tx.revision.findFirst({
    where: { planId, withdrawnAt: null },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!found) throw new Response("Not found", { status: 404 });
  return found.id;
}

/** Lets the council read what was decided on the sections of the revision that stands, once the plan is returned or approved. */
export async function shareVerdicts(
  tx: Tx,
  {
    planId,
    decided,
    now,
  }: { planId: string; decided: Pick<SchoolCase, "planState" | "deadlineState" | "context">; now: Date },
): Promise<void> {
  const revisionId = await getCurrentRevisionId(tx, planId);
  // The workflow knows which verdicts stand: a row of a section that a second approver reopened is of the past.
  const sections = Object.keys(storedCase(decided).context.verdicts);
  await tx.sectionVerdict.updateMany({
    where: { revisionId, section: { in: sections }, sharedAt: null },
    data: { sharedAt: now },
  });
}
