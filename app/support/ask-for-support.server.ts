import { finalStates } from "~/plans/final-states";
import { councilsOf, type PersonActor } from "~/platform/actor";
import { dateColumn } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { initialSupportRequest } from "~workflows/support-request/decide";
import { decideRequestAndLog } from "./apply-support-request-event.server";
import type { AskedSupport } from "./ask-for-support.schema";
import { covers } from "./covers";
import { isBarred } from "./is-barred.server";

type AskForSupport = { actor: PersonActor; caseId: string; supportSchoolId: string; asked: AskedSupport; now: Date };

/**
 * The council of a flagged school asks a support school for a place, or for days of a specialist teacher. A school that
 * is full may be asked: places are counted where a request is accepted. The form's key becomes the row's id.
 */
export async function askForSupport({ actor, caseId, supportSchoolId, asked, now }: AskForSupport): Promise<string> {
  const { commandId: id, kind, subject, days, startsOn, endsOn, message } = asked;
  return asActor(actor, async (tx) => {
    if (await tx.supportRequest.findUnique({ where: { id }, select: { id: true } })) return id;
    const found = await tx.schoolCase.findUnique({
      where: { id: caseId },
      select: { schoolId: true, councilCode: true, planState: true },
    });
    const support = await tx.supportSchool.findUnique({ where: { id: supportSchoolId }, include: { teachers: true } });
    if (!found || !support || !councilsOf(actor).includes(found.councilCode))
      throw new Response("Not found", { status: 404 });
    const { schoolId, councilCode: askingCode } = found;
    const supportingCode = support.councilCode;
    const held = Number(support.teachers.find((teacher) => teacher.subject === subject)?.days ?? 0);
    const event = {
      type: "ASK_FOR_SUPPORT" as const,
      caseOpen: !finalStates.some((state) => state === found.planState),
      accredited: covers(support, asked),
      conflict: schoolId === support.schoolId || (await isBarred(tx, supportSchoolId, schoolId)),
      withinStaff: kind === "place" || (days ?? 0) <= held,
    };
    const opened = initialSupportRequest({ requestId: id, supportSchoolId, kind, startsOn, endsOn });
    const parties = { askingCode, supportingCode, head: { count: 0, hash: "" } };
    const columns = await decideRequestAndLog(tx, opened, parties, {
      actor,
      event,
      now,
      words: message,
      commandId: id,
    });
    const dates = { startsOn: dateColumn(startsOn), endsOn: dateColumn(endsOn) };
    const stamps = { askedById: actor.personId, askedAt: now };
    const of = { id, caseId, schoolId, supportSchoolId, askingCode, supportingCode };
    await tx.supportRequest.create({
      data: { ...of, kind, subject, days, message, ...dates, ...columns, ...stamps },
      select: { id: true },
    });
    return id;
  });
}
