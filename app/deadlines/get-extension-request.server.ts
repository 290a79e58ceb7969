import { readCaseForEvent, type CaseForEvent } from "~/plans/get-case-for-event.server";
import type { Actor } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { formatDateTime } from "~/ui/format-date";

type Asked = { actor: Actor; caseId: string; event: "GRANT_EXTENSION" | "REFUSE_EXTENSION"; now: Date };

export type PendingRequest = { requestedDueOn: string; reason: string; askedBy: string; askedAt: string };

/** The case for the decision on its extension, with the pending request. 404 and EventRefused as getCaseForEvent. */
export async function getExtensionRequest(
  asked: Asked,
): Promise<{ case: CaseForEvent; request: PendingRequest | null }> {
  return asActor(asked.actor, async (tx) => {
    const found = await readCaseForEvent(tx, asked);
    const row = await tx.extensionRequest.findFirst({ where: { caseId: asked.caseId, state: "pending" } });
    // Granted without a request only on the day that a flag was upheld.
    if (!row) return { case: found, request: null };
    const person = await tx.person.findUnique({ where: { id: row.requestedById }, select: { name: true } });
    const request = {
      requestedDueOn: isoDate(row.requestedDueOn),
      reason: row.reason,
      askedBy: person?.name ?? "The council",
      askedAt: formatDateTime(row.requestedAt),
    };
    return { case: found, request };
  });
}
