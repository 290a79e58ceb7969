import { isoDate } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import type { Place } from "~/schools/find-distance";
import type { CandidateFacts } from "./rank-candidates";
import { readTaken } from "./read-taken.server";
import { findCapacity } from "./support-load";

export type Candidate = CandidateFacts & {
  schoolId: string;
  council: { code: string; name: string };
  subjects: string[];
  teachers: { subject: string; days: number }[];
  term: { from: string; to: string };
};

const YEARS = 5;
const columns = { id: true, name: true, easting: true, northing: true, phase: true } as const;

/** Published values of a measure with the pupils behind the newest, by school. */
export async function readValues(
  tx: Tx,
  schoolIds: string[],
  { measure, latestYear }: { measure: string; latestYear: number },
) {
  const rows = await tx.result.findMany({
    where: { schoolId: { in: schoolIds }, measure, year: { gt: latestYear - YEARS } },
    select: { schoolId: true, year: true, value: true, pupils: true },
    orderBy: { year: "desc" },
  });
  return (schoolId: string) => {
    const own = rows.filter((row) => row.schoolId === schoolId);
    const values = own.flatMap(({ year, value }) => (value === null ? [] : [{ year, value: Number(value) }]));
    return { values, pupils: own.find(({ pupils }) => pupils !== null)?.pupils ?? null };
  };
}

export const placeOf = ({ easting, northing }: Place): Place => ({ easting, northing });

/**
 * The accredited support schools of the whole country that a school could ask, with what everybody may know of each:
 * never a case, a plan, a cohort, or whom else they help.
 */
export async function readCandidates(
  tx: Tx,
  { notOf, programme, today }: { notOf: string; programme: { measure: string; latestYear: number }; today: string },
): Promise<Candidate[]> {
  const rows = await tx.supportSchool.findMany({
    where: { state: "accredited", schoolId: { not: notOf }, termTo: { gt: new Date(`${today}T00:00:00Z`) } },
    include: {
      school: { select: columns },
      council: { select: { code: true, name: true } },
      teachers: { select: { subject: true, days: true }, orderBy: { subject: "asc" } },
    },
    orderBy: { id: "asc" },
  });
  const valuesOf = await readValues(
    tx,
    rows.map(({ schoolId }) => schoolId),
    programme,
  );
  const takenOf = await readTaken(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, school, council, subjects, teachers, capacity, phase, termFrom, termTo }) => {
    const term = { from: isoDate(termFrom ?? new Date(today)), to: isoDate(termTo ?? new Date(today)) };
    return {
      id,
      schoolId: school.id,
      name: school.name,
      council,
      phase,
      place: placeOf(school),
      ...valuesOf(school.id),
      subjects,
      teachers: teachers.map(({ subject, days }) => ({ subject, days: Number(days) })),
      term,
      capacity: findCapacity(takenOf(id), { capacity, term, today }),
    };
  });
}
