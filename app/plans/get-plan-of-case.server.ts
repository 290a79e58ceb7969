import type { Tx } from "~/platform/db.server";
import { storedCase } from "./work-out-event.server";
import { EventRefused } from "./event-refused";

/** The id of the plan that serves a case. 404 for what the actor may not see; EventRefused where no plan was started. */
export async function getPlanOfCase(tx: Tx, caseId: string): Promise<string> {
  const row = await tx.schoolCase.findUnique({ where: { id: caseId } });
  if (!row) throw new Response("Not found", { status: 404 });
  if (!row.planId) throw new EventRefused(caseId, "wrongState", storedCase(row).state);
  return row.planId;
}
