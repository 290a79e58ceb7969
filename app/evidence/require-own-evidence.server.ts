import type { Evidence } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";

/**
 * A piece of a plan's evidence, for whoever writes that plan; what may be cited by a submission alone is not in their
 * hands, so a 404 for everybody else, and for what belongs to a challenge or a note.
 */
export async function requireOwnEvidence(tx: Tx, evidenceId: string): Promise<Evidence & { planId: string }> {
  const row = isUuid(evidenceId) ? await tx.evidence.findUnique({ where: { id: evidenceId } }) : null;
  if (!row?.planId) throw new Response("Not found", { status: 404 });
  return { ...row, planId: row.planId };
}
