import type { HistoryEntry } from "~/audit/get-history.server";
import { actingRoles } from "~/plans/acting-roles";
import { councilsOf, holds, type PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { ChangeRefused } from "~/people/change-refused";
import { listSupportSchoolEvents, supportSchoolRefusalSentence } from "~workflows/support-school/decide";
import type { SupportSchoolEventType, SupportSchoolState } from "~workflows/support-school/types";
import { storedSupportSchool } from "./apply-support-school-event.server";
import { describeWanted } from "./describe-wanted";
import type { SupportRequestLine } from "./get-support-home.server";
import { listSupportHistory } from "./list-support-history.server";
import { readTaken } from "./read-taken.server";
import { type Capacity, findCapacity, listTerms, mostTaken } from "./support-load";

export type TermLoad = { name: string; short: string; places: number; taken: number };

export type SupportSchoolDetail = {
  id: string;
  name: string;
  urn: string | null;
  council: { code: string; name: string };
  phase: string;
  subjects: string[];
  offer: string;
  places: number;
  state: string;
  term: { from: string; to: string } | null;
  capacity: Capacity | null;
  teachers: { subject: string; days: number; free: number }[];
  load: TermLoad[];
  /** The requests that this person may read. */
  requests: SupportRequestLine[];
  conflicts: { id: string; school: string; reason: string; declaredOn: string }[];
  /** Empty for who may not read its history: another council. */
  history: HistoryEntry[];
  available: SupportSchoolEventType[];
  today: string;
};

const TERMS = 7;

/** A support school's page; a 404 for one that is not accredited and is not the person's to see. */
export async function getSupportSchool(asked: {
  actor: PersonActor;
  supportSchoolId: string;
  now: Date;
}): Promise<SupportSchoolDetail> {
  const { actor, supportSchoolId: id, now } = asked;
  const today = dateInLondon(now);
  return asActor(actor, async (tx) => {
    const row = await tx.supportSchool.findUnique({
      where: { id },
      include: {
        school: { select: { name: true, urn: true } },
        council: { select: { code: true, name: true } },
        teachers: { orderBy: { subject: "asc" } },
        conflicts: { include: { school: { select: { name: true } } }, orderBy: { declaredAt: "asc" } },
        requests: { include: { school: { select: { name: true } } }, orderBy: [{ startsOn: "desc" }, { id: "asc" }] },
      },
    });
    if (!row) throw new Response("Not found", { status: 404 });
    const { school, council, termFrom, termTo, capacity: places } = row;
    const term = termFrom && termTo ? { from: isoDate(termFrom), to: isoDate(termTo) } : null;
    const taken = (await readTaken(tx, [id]))(id);
    const own = councilsOf(actor).includes(council.code);
    const day = { startsOn: today, endsOn: today };
    const roles = actingRoles(actor, council.code);
    return {
      ...{ id, name: school.name, urn: school.urn, council, places, today },
      ...{ phase: row.phase, subjects: row.subjects, offer: row.offer, state: row.state, term },
      capacity: row.state === "accredited" && term ? findCapacity(taken, { capacity: places, term, today }) : null,
      teachers: row.teachers.map(({ subject, days }) => ({
        subject,
        days: Number(days),
        free: Number(days) - mostTaken(taken, { kind: "teacher", subject }, day),
      })),
      load: term
        ? listTerms(today, TERMS).map(({ name, short, ...span }) => ({
            name,
            short,
            places: term.from <= span.endsOn && term.to >= span.startsOn ? places : 0,
            taken: mostTaken(taken, { kind: "place" }, span),
          }))
        : [],
      requests: row.requests.map((request) => ({
        id: request.id,
        support: school.name,
        school: request.school.name,
        wanted: describeWanted({ ...request, days: request.days && Number(request.days) }),
        state: request.state,
        startsOn: isoDate(request.startsOn),
        endsOn: isoDate(request.endsOn),
      })),
      conflicts: row.conflicts.map((conflict) => ({
        id: conflict.id,
        school: conflict.school.name,
        reason: conflict.reason,
        declaredOn: dateInLondon(conflict.declaredAt),
      })),
      history:
        own || holds(actor, "admin", "reviewer")
          ? await listSupportHistory(tx, `support-school:${id}`, { asking: council.name, supporting: council.name })
          : [],
      available: [
        ...new Set(
          roles.flatMap((role) => listSupportSchoolEvents(storedSupportSchool(row), { role, ownCouncil: own, today })),
        ),
      ],
    };
  });
}

/** The same for the page of one event; refused where it cannot be sent as the support school stands. */
export async function getSupportSchoolFor(
  asked: Parameters<typeof getSupportSchool>[0] & { event: SupportSchoolEventType },
): Promise<SupportSchoolDetail> {
  const school = await getSupportSchool(asked);
  if (!school.available.includes(asked.event))
    throw new ChangeRefused(supportSchoolRefusalSentence("wrongState", school.state as SupportSchoolState));
  return school;
}
