import { dateColumn } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";

type Decision = {
  caseId: string;
  decidedById: string;
  reason: string;
  /** The date granted, "2027-03-26"; null where the request is refused. */
  grantedDueOn: string | null;
  now: Date;
};

/** Records the decision on the pending request, if there is one, in the transaction of the event that decided it. */
export async function decideExtensionRequest(
  tx: Tx,
  { caseId, decidedById, reason, grantedDueOn, now }: Decision,
): Promise<void> {
  await tx.extensionRequest.updateMany({
    where: { caseId, state: "pending" },
    data: {
      state: grantedDueOn ? "granted" : "refused",
      decidedById,
      decidedAt: now,
      decisionReason: reason,
      grantedDueOn: grantedDueOn && dateColumn(grantedDueOn),
    },
  });
}
