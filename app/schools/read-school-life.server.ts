import { isoDate } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import type { LinkedSchool, SchoolLife } from "./school-life";

type LinkRow = LinkedSchool & { earlier: boolean };

/**
 * A school through time: when it opened and closed, what it continues and what goes on of it, its federation, its council
 * now. Only columns that every role may read.
 */
export async function readSchoolLife(tx: Tx, schoolId: string): Promise<SchoolLife> {
  const school = await tx.school.findUniqueOrThrow({
    where: { id: schoolId },
    select: {
      ...{ open: true, status: true, openedOn: true, closedOn: true, closedByAdminOn: true, federation: true },
      council: { select: { code: true, name: true } },
    },
  });
  const links = await tx.$queryRaw<LinkRow[]>`
    WITH linked AS (
      SELECT l.from_id, l.to_id, l.in_order FROM school_links l WHERE ${schoolId}::uuid IN (l.from_id, l.to_id)
      UNION
      SELECT s.predecessor_id, s.id, true FROM schools s
       WHERE s.predecessor_id IS NOT NULL AND ${schoolId}::uuid IN (s.predecessor_id, s.id)
         AND NOT EXISTS (SELECT FROM school_links l WHERE l.from_id = s.predecessor_id AND l.to_id = s.id))
    SELECT other.name, other.urn, other.closed_on::text AS "closedOn", other.opened_on::text AS "openedOn",
           linked.to_id = ${schoolId}::uuid AS earlier, linked.in_order AS "inOrder",
           coalesce(later.predecessor_id = linked.from_id, false) AS continues
      FROM linked JOIN schools later ON later.id = linked.to_id
      JOIN schools other ON other.id = CASE WHEN linked.to_id = ${schoolId}::uuid THEN linked.from_id ELSE linked.to_id END
     ORDER BY other.name, other.urn`;
  const side = (earlier: boolean) =>
    links
      .filter((link) => link.earlier === earlier)
      .map(({ name, urn, openedOn, closedOn, inOrder, continues }) => ({
        ...{ name, urn, openedOn, closedOn, inOrder, continues },
      }));
  const { open, status, federation, council } = school;
  const day = (date: Date | null) => date && isoDate(date);
  return {
    standing: {
      open,
      status,
      openedOn: day(school.openedOn),
      closedOn: day(school.closedOn),
      closedByAdminOn: day(school.closedByAdminOn),
    },
    federation,
    council,
    before: side(true),
    after: side(false),
  };
}
