import { groupBy } from "./group-by";
import type { MatchedRow, StoredSchool } from "./stored-school";

/** Where a school stands: stored already, or in a row of the file (its place among the matched rows). */
type Place = { schoolId: string } | { row: number };

/** A school that goes on as another. */
export type Succession = {
  from: Place;
  to: Place;
  laestab: string;
  /** The name and number that it has now. */
  name: string;
  fromUrn: string | null;
  toUrn: string | null;
};

type Holder = {
  place: Place;
  urn: string | null;
  name: string;
  year: number;
  open: boolean;
  hasPredecessor: boolean;
  succeeded: boolean;
  isNew: boolean;
};

/**
 * Schools that continue another under a new URN. The Department leaves a school its council and establishment number
 * when it converts to an academy, so of two URNs with one number the later continues the earlier, whose history it
 * keeps. Where more than two schools could be meant nothing is linked: an admin can record the successor by hand.
 */
export function findSuccessions(
  matched: readonly MatchedRow[],
  schools: readonly StoredSchool[],
  fileYear: number,
): Succession[] {
  const newNumbers = new Set(matched.flatMap(({ school, laestab }) => (school === null ? [laestab] : [])));
  if (newNumbers.size === 0) return [];
  const rowOf = new Map(matched.flatMap(({ school, row }) => (school ? [[school.id, row] as const] : [])));
  const holders = groupBy(
    [
      ...schools
        .filter(({ laestab }) => newNumbers.has(laestab))
        .map((school) => [school.laestab, storedHolder(school, rowOf.get(school.id)?.open, fileYear)] as const),
      ...matched.flatMap(({ row, laestab, school }, index) =>
        school === null && newNumbers.has(laestab)
          ? [[laestab, newHolder(row.urn, row.name, row.open, index, fileYear)] as const]
          : [],
      ),
    ],
    ([laestab]) => laestab,
  );
  return [...holders].flatMap(([laestab, group]) => {
    const found = orderPair(group.map(([, holder]) => holder));
    return found ? [{ ...describe(found.earlier, found.later), laestab }] : [];
  });
}

const storedHolder = (school: StoredSchool, openInFile: boolean | undefined, fileYear: number): Holder => ({
  place: { schoolId: school.id },
  urn: school.urn,
  name: school.name,
  year: openInFile === undefined ? (school.detailsYear ?? fileYear) : fileYear,
  open: openInFile ?? school.open,
  hasPredecessor: school.predecessorId !== null,
  succeeded: school.succeeded,
  isNew: false,
});

const newHolder = (urn: string | null, name: string, open: boolean, row: number, year: number): Holder => ({
  place: { row },
  urn,
  name,
  year,
  open,
  hasPredecessor: false,
  succeeded: false,
  isNew: true,
});

/** Of two holders of one number, which came first: by the year of the file that knew it last, else the closed one. */
function orderPair(holders: Holder[]): { earlier: Holder; later: Holder } | null {
  // A chain that is linked already ends, in either direction, where its next link may go.
  const loose = holders.filter(({ isNew, succeeded, hasPredecessor }) => isNew || !succeeded || !hasPredecessor);
  const fresh = loose.filter(({ isNew }) => isNew);
  const [one] = fresh;
  if (!one) return null;
  const others = loose.filter((holder) => holder !== one);
  const before = others.filter(
    (other) => !other.succeeded && (other.year < one.year || (other.year === one.year && !other.open && one.open)),
  );
  const after = others.filter(
    (other) => !other.hasPredecessor && (other.year > one.year || (other.year === one.year && other.open && !one.open)),
  );
  if (before.length + after.length !== 1) return null;
  const [earlier] = before;
  const [later] = after;
  return earlier ? { earlier, later: one } : later ? { earlier: one, later } : null;
}

const describe = (earlier: Holder, later: Holder): Omit<Succession, "laestab"> => ({
  from: earlier.place,
  to: later.place,
  name: later.name,
  fromUrn: earlier.urn,
  toUrn: later.urn,
});
