import { schoolNumber } from "~/schools/school-number";
import { isoDate } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import { describeStanding } from "~/schools/school-standing";
import type { Candidate } from "./ask-match-choice";

/** What tells schools from each other, by their ids. */
export async function describeCandidates(tx: Tx, ids: readonly string[]): Promise<Map<string, Candidate>> {
  const schools = await tx.school.findMany({
    where: { id: { in: [...new Set(ids)] } },
    include: { council: { select: { name: true } } },
  });
  const years = await tx.result.groupBy({
    by: ["schoolId"],
    where: { schoolId: { in: schools.map(({ id }) => id) } },
    _max: { year: true },
  });
  const last = new Map(years.map(({ schoolId, _max }) => [schoolId, _max.year]));
  const day = (date: Date | null) => date && isoDate(date);
  return new Map(
    schools.map((school) => {
      const { id, urn, laestab, type, council, open, status } = school;
      const standing = describeStanding({
        ...{ open, status, openedOn: day(school.openedOn), closedOn: day(school.closedOn) },
        closedByAdminOn: day(school.closedByAdminOn),
      });
      const results = last.get(id) ? `last results ${last.get(id)}` : "no results";
      const facts = [
        urn ? `URN ${urn}` : "no URN",
        `number ${schoolNumber(laestab)}`,
        type,
        standing.charAt(0).toLowerCase() + standing.slice(1),
        council.name,
        results,
      ];
      return [id, { name: school.name, words: facts.join(", ") }] as const;
    }),
  );
}
