/** The limits of what a council is shown of others. */
export type Limits = {
  /** A count of 1 to one less than this is small. */
  smallest: number;
  /** So many other councils must stand behind a figure. */
  fewestOthers: number;
};
export const limits: Limits = { smallest: 5, fewestOthers: 3 };

/** One council's part of some tables. A table's counts are parts of a whole: below and not below; each band. */
export type Member = { tables: readonly (readonly number[])[] };

/** Where a council is shown some tables besides its own figures. */
export type Shown = { region: boolean; england: boolean };

/** A table of a group of councils: its totals, and how many of the councils have a school in it. */
type Total = { councils: number; counts: number[] };

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

// A council without a school in a table has nothing to hide there, and hides nobody.
const addUp = (members: readonly Member[]): Total[] =>
  (members[0]?.tables ?? []).map((first, table) => ({
    councils: members.filter(({ tables }) => tables[table]?.some((count) => count > 0)).length,
    counts: first.map((_, at) => sum(members.map(({ tables }) => tables[table]?.[at] ?? 0))),
  }));

const isEmpty = (totals: readonly Total[]) => totals.every(({ councils }) => councils === 0);

// Nought is small here: it would say of each of these councils that it has none.
const isSafe = (totals: readonly Total[], { smallest, fewestOthers }: Limits): boolean =>
  totals.every(({ councils, counts }) => councils >= fewestOthers && counts.every((count) => count >= smallest));

/**
 * What a council may be shown of tables of counts: those of its region and of England, of England alone, or none.
 *
 * The reader works for one council, knows its figures and takes them away: from the region's totals, which leaves the
 * `near` others, and the region's from England's, which leaves the councils `far` away. So each of these groups must have
 * enough councils and no small count. Otherwise the region gives way to England, of which only both groups together can
 * be worked out; and where these are small too, nothing is shown. What is decided follows from the two groups' totals
 * alone: two schools of one group could change places unnoticed. So no figure of a council, or of fewer than
 * `fewestOthers` together, is ever certain, not even to somebody who knows this rule and how many schools each has.
 *
 * `within` is where tables are shown that these add up to: they are shown nowhere else.
 */
export function chooseShown(
  { near, far }: { near: readonly Member[]; far: readonly Member[] },
  within: Shown = { region: true, england: true },
  by: Limits = limits,
): Shown {
  if (!within.england) return { region: false, england: false };
  const [inNear, inFar, inBoth] = [addUp(near), addUp(far), addUp([...near, ...far])];
  const region = within.region && !isEmpty(inNear) && isSafe(inNear, by) && (isEmpty(inFar) || isSafe(inFar, by));
  return { region, england: region || (!isEmpty(inBoth) && isSafe(inBoth, by)) };
}

/** Of counts that one is taken from the other of: they may be of other days, so that less than nought is left. */
export const isSmall = (count: number, { smallest }: Limits): boolean => count !== 0 && Math.abs(count) < smallest;

/** Whether parts of a whole may be shown: none of them is small, nor is the whole. A nought is no small number here. */
export const areLarge = (parts: readonly number[], by: Limits = limits): boolean =>
  !parts.some((part) => isSmall(part, by)) && !isSmall(sum(parts), by);

/**
 * Schools with a result that are not eligible, below the floor or not. How many there are is no secret, and that none is
 * below; how many of them are, and are not, is a number like any other.
 */
export const areOthersLarge = (others: { below: number; above: number }, by: Limits = limits): boolean =>
  !isSmall(others.below, by) && (others.below === 0 || !isSmall(others.above, by));
