import { hasEnded } from "~/plans/final-states";
import { councilsOf, type PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { asActor } from "~/platform/db.server";
import { findDistance, type Place } from "~/schools/find-distance";
import type { MatchingQuery } from "./matching-query";
import { isFull, rankCandidates, type Need, type Ranked } from "./rank-candidates";
import { type Candidate, placeOf, readCandidates, readValues } from "./read-candidates.server";

export type Match = Ranked<Candidate> & {
  /** Where it stands among all that match, from 1. */
  number: number;
  /** No place is free today. */
  full: boolean;
  metres: number | null;
  /** A request of this case's to it that is waiting or accepted. */
  request: { id: string; state: string } | null;
};

export type Matches = {
  case: { id: string; school: string; council: string; programme: string; open: boolean };
  place: Place;
  phase: string;
  matches: Match[];
  /** Those that a declared conflict bars, with the reasons that the asking council may read. */
  barred: { id: string; name: string; council: string; reasons: string[] }[];
  /** How many the filter by distance leaves out because their distance is not known. */
  withoutDistance: number;
  today: string;
};

/**
 * The support schools that a flagged school of the person's council could ask, in the order in which they fit. One that
 * is full is among them, marked; one that a conflict of interest bars is not. A 404 for a case of another council.
 */
export async function listCandidates(asked: {
  actor: PersonActor;
  caseId: string;
  query: MatchingQuery;
  now: Date;
}): Promise<Matches> {
  const { actor, caseId, query, now } = asked;
  const today = dateInLondon(now);
  return asActor(actor, async (tx) => {
    const found = await tx.schoolCase.findUnique({
      where: { id: caseId },
      include: { school: true, council: { select: { name: true } }, programme: true },
    });
    if (!found || !councilsOf(actor).includes(found.councilCode)) throw new Response("Not found", { status: 404 });
    const { school, programme } = found;
    const all = await readCandidates(tx, { notOf: school.id, programme, today });
    const conflicts = await tx.supportConflict.findMany({
      where: { schoolId: school.id },
      select: { supportSchoolId: true, reason: true },
      orderBy: { declaredAt: "asc" },
    });
    const requests = await tx.supportRequest.findMany({
      where: { caseId, state: { in: ["asked", "accepted"] } },
      select: { id: true, state: true, supportSchoolId: true },
      orderBy: { askedAt: "desc" },
    });
    const reasonsOf = (id: string) =>
      conflicts.flatMap(({ supportSchoolId, reason }) => (supportSchoolId === id ? [reason] : []));
    const metresTo = ({ place }: Candidate) => findDistance(school, place);
    const wanted = all.filter(
      (candidate) =>
        reasonsOf(candidate.id).length === 0 &&
        (query.phase === "any" || candidate.phase === school.phase) &&
        (!query.subject || candidate.subjects.includes(query.subject)),
    );
    const near = wanted.filter((candidate) => {
      const metres = metresTo(candidate);
      return !query.within || (metres !== null && metres <= query.within * 1000);
    });
    const { pupils } = (await readValues(tx, [school.id], programme))(school.id);
    const need: Need = { phase: school.phase, place: placeOf(school), pupils, floor: Number(programme.floor), today };
    return {
      case: {
        id: caseId,
        school: school.name,
        council: found.council.name,
        programme: programme.name,
        open: !hasEnded(found.planState),
      },
      place: placeOf(school),
      phase: school.phase,
      matches: rankCandidates(need, near).map((ranked, at) => ({
        ...ranked,
        number: at + 1,
        full: isFull(ranked.candidate.capacity, today),
        metres: metresTo(ranked.candidate),
        request: requests.find(({ supportSchoolId }) => supportSchoolId === ranked.candidate.id) ?? null,
      })),
      barred: all
        .map(({ id, name, council }) => ({ id, name, council: council.name, reasons: reasonsOf(id) }))
        .filter(({ reasons }) => reasons.length > 0),
      withoutDistance: query.within ? wanted.filter((candidate) => metresTo(candidate) === null).length : 0,
      today,
    };
  });
}
