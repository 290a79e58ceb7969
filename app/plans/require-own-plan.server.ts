import type { Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";

/** Throws a 404 for a plan that is not one of the person's own council, whose working draft they may read. */
export async function requireOwnPlan(tx: Tx, planId: string): Promise<void> {
  // The Department sees that a plan is there; its sections are the council's.
  const sections = isUuid(planId) ? await tx.planSection.count({ where: { planId } }) : 0;
  if (sections === 0) throw new Response("Not found", { status: 404 });
}
