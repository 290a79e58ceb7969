import type { HistoryEntry } from "~/audit/get-history.server";
import { councilsOf, type PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { ChangeRefused } from "~/people/change-refused";
import { listSupportRequestEvents, supportRequestRefusalSentence } from "~workflows/support-request/decide";
import type { SupportRequestEventType, SupportRequestState } from "~workflows/support-request/types";
import { requestRoles, sidesOf, storedSupportRequest } from "./apply-support-request-event.server";
import { describeWanted } from "./describe-wanted";
import { listSupportHistory } from "./list-support-history.server";
import { readTaken } from "./read-taken.server";
import { mostTaken } from "./support-load";

export type SupportRequestDetail = {
  id: string;
  support: { id: string; name: string };
  school: string;
  /** The case, for the council whose it is; nobody else learns of it here. */
  caseId: string | null;
  asking: string;
  supporting: string;
  wanted: string;
  startsOn: string;
  endsOn: string;
  endedOn: string | null;
  message: string;
  state: string;
  /** Places or days of the teacher that are free on every one of its days, and how many it takes. */
  free: number;
  takes: number;
  kind: string;
  history: HistoryEntry[];
  available: SupportRequestEventType[];
};

/** A request's page, for the two councils and the Department; a 404 for anybody else. */
export async function getSupportRequest(asked: {
  actor: PersonActor;
  requestId: string;
  now: Date;
}): Promise<SupportRequestDetail> {
  const { actor, requestId: id, now } = asked;
  return asActor(actor, async (tx) => {
    const row = await tx.supportRequest.findUnique({
      where: { id },
      include: {
        school: { select: { name: true } },
        supportSchool: { include: { school: { select: { name: true } }, teachers: true } },
      },
    });
    if (!row) throw new Response("Not found", { status: 404 });
    const { askingCode, supportingCode, supportSchool, kind, subject } = row;
    const councils = await tx.council.findMany({ where: { code: { in: [askingCode, supportingCode] } } });
    const nameOf = (code: string) => councils.find((council) => council.code === code)?.name ?? code;
    const days = row.days && Number(row.days);
    const span = { startsOn: isoDate(row.startsOn), endsOn: isoDate(row.endsOn) };
    const taken = (await readTaken(tx, [supportSchool.id]))(supportSchool.id);
    const wanted = kind === "teacher" ? ({ kind, subject: subject ?? "" } as const) : ({ kind: "place" } as const);
    const there =
      kind === "teacher"
        ? Number(supportSchool.teachers.find((teacher) => teacher.subject === subject)?.days ?? 0)
        : supportSchool.capacity;
    const sides = sidesOf(actor, row);
    const today = dateInLondon(now);
    const [asking, supporting] = [nameOf(askingCode), nameOf(supportingCode)];
    return {
      ...{ id, ...span, asking, supporting, kind, message: row.message, state: row.state },
      support: { id: supportSchool.id, name: supportSchool.school.name },
      school: row.school.name,
      caseId: councilsOf(actor).includes(askingCode) ? row.caseId : null,
      wanted: describeWanted({ kind, subject, days }),
      endedOn: row.endedOn && isoDate(row.endedOn),
      free: Math.max(0, there - mostTaken(taken, wanted, span)),
      takes: kind === "teacher" ? (days ?? 0) : 1,
      history: await listSupportHistory(tx, `support-request:${id}`, { asking, supporting }),
      available: [
        ...new Set(
          requestRoles(actor, row).flatMap((role) =>
            listSupportRequestEvents(storedSupportRequest(row), { role, sides, today }),
          ),
        ),
      ],
    };
  });
}

/** The same for the page of one event; refused where it cannot be sent as the request stands. */
export async function getSupportRequestFor(
  asked: Parameters<typeof getSupportRequest>[0] & { event: SupportRequestEventType },
): Promise<SupportRequestDetail> {
  const request = await getSupportRequest(asked);
  if (!request.available.includes(asked.event))
    throw new ChangeRefused(supportRequestRefusalSentence("wrongState", request.state as SupportRequestState));
  return request;
}
