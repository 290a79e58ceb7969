import type { PersonActor } from "~/platform/actor";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { applySupportRequestEvent, lockSupportRequest } from "./apply-support-request-event.server";
import { lockSupportSchool } from "./apply-support-school-event.server";
import { covers } from "./covers";
import { isBarred } from "./is-barred.server";
import { readTaken } from "./read-taken.server";
import { mostTaken } from "./support-load";

type AcceptRequest = { actor: PersonActor; requestId: string; commandId?: string; now: Date };

/**
 * The support school's council accepts a request. What is free is counted under the lock of the support school's row, so
 * that of two acceptances of the last place at the same moment one waits, counts the other and is refused.
 */
export async function acceptRequest({ actor, requestId, commandId, now }: AcceptRequest): Promise<void> {
  await asActor(actor, async (tx) => {
    const found = await tx.supportRequest.findUnique({ where: { id: requestId }, select: { supportSchoolId: true } });
    if (!found) throw new Response("Not found", { status: 404 });
    const support = await lockSupportSchool(tx, found.supportSchoolId);
    const row = await lockSupportRequest(tx, requestId);
    const { kind, subject, days, schoolId } = row;
    const span = { startsOn: isoDate(row.startsOn), endsOn: isoDate(row.endsOn) };
    const wanted = kind === "teacher" ? { kind, subject: subject ?? "" } : { kind: "place" as const };
    const teacher = await tx.supportTeacher.findFirst({
      where: { supportSchoolId: support.id, subject: subject ?? "" },
      select: { days: true },
    });
    const there = kind === "teacher" ? Number(teacher?.days ?? 0) : support.capacity;
    const taken = (await readTaken(tx, [support.id]))(support.id);
    const event = {
      type: "ACCEPT_REQUEST" as const,
      accredited: covers(support, span),
      conflict: await isBarred(tx, support.id, schoolId),
      free: there - mostTaken(taken, wanted as Parameters<typeof mostTaken>[1], span),
      taken: kind === "teacher" ? Number(days) : 1,
    };
    await applySupportRequestEvent(tx, row, { actor, event, now, commandId });
  });
}
