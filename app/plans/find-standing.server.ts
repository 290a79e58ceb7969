import { describeEvent } from "~/audit/describe-event";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { formatDateTime } from "~/ui/format-date";

/** The last thing that happened to a case, in a sentence: whose decision stands and since when; null where none may be seen. */
export async function findStanding({ actor, caseId }: { actor: Actor; caseId: string }): Promise<string | null> {
  return asActor(actor, async (tx) => {
    const last = await tx.event.findFirst({ where: { caseId }, orderBy: { sequence: "desc" } });
    if (!last) return null;
    const person =
      last.actorId && (await tx.person.findUnique({ where: { id: last.actorId }, select: { name: true } }));
    const did = describeEvent({
      type: last.type,
      payload: last.payload as Record<string, unknown>,
      after: last.after as Record<string, unknown>,
    });
    return `${person ? person.name : "The service"} ${did} on ${formatDateTime(last.at)}.`;
  });
}
