import { groupBy } from "./group-by";

/** A school that holds a council and establishment number which a file's new schools have too. */
export type NumberHolder = {
  schoolId: string;
  laestab: string;
  urn: string | null;
  name: string;
  /** The latest year in which it is known to have been there. */
  year: number;
  open: boolean;
  hasPredecessor: boolean;
  /** Another school has it as its predecessor. */
  succeeded: boolean;
  isNew: boolean;
};

/** A school that goes on as another, with the name and number that it has now. */
export type Succession = {
  fromId: string;
  toId: string;
  laestab: string;
  name: string;
  fromUrn: string | null;
  toUrn: string | null;
};

/**
 * Schools that continue another under a new URN. The Department leaves a school its council and establishment number
 * when it converts to an academy, so of two URNs with one number the later continues the earlier, whose history it
 * keeps. Where more than two schools could be meant nothing is linked: an admin can record the successor by hand.
 */
export const findSuccessions = (holders: readonly NumberHolder[]): Succession[] =>
  [...groupBy(holders, ({ laestab }) => laestab).values()].flatMap((group) => {
    const found = orderPair(group);
    if (!found) return [];
    const { earlier, later } = found;
    const { laestab, name, schoolId: toId, urn: toUrn } = later;
    return [{ fromId: earlier.schoolId, toId, laestab, name, fromUrn: earlier.urn, toUrn }];
  });

/** Of two holders of one number, which came first: by the year of the file that knew it last, else the closed one. */
function orderPair(holders: readonly NumberHolder[]): { earlier: NumberHolder; later: NumberHolder } | null {
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
