/** The limits of what is shown of councils to others than the Department. */
export type Limits = {
  /** A count of 1 to one less than this is small. */
  smallest: number;
  /** So many councils must stand behind a figure beside the one that reads it. */
  fewestOthers: number;
};
export const limits: Limits = { smallest: 5, fewestOthers: 3 };

/**
 * One council's part of a table: every count that the table says of it or lets somebody work out, complements included
 * (below and not below; each band).
 */
export type Member = { region: string; counts: readonly number[] };

/** Where a table may be shown. */
export type Shown = { england: boolean; regions: ReadonlySet<string> };

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * Whether the totals of these councils may be known. Whoever reads them works for one of the councils, knows its figures
 * and takes them away: what is left must be of enough other councils, and no count of it small. Nought is small here: it
 * would say of every other council that it has none. A council without a school in the table has nothing to hide.
 */
export function isSafe(members: readonly Member[], { smallest, fewestOthers }: Limits = limits): boolean {
  const having = members.filter(({ counts }) => counts.some((count) => count > 0));
  if (having.length - 1 < fewestOthers) return false;
  return (having[0]?.counts ?? []).every((_, at) => {
    const column = having.map(({ counts }) => counts[at] ?? 0);
    return sum(column) - Math.max(...column) >= smallest;
  });
}

/**
 * Where a table of counts may be shown to councils: all of it for England or a region, or nothing. Everything shown is
 * taken as known to everybody, a council's own figures as known to that council. Since England less the regions shown
 * is the total of those that are not, these must be safe together too; as long as they are not, the smallest region
 * shown joins them. `within` is where a table is shown that this one adds up to: it is shown nowhere else.
 */
export function chooseShown(members: readonly Member[], within?: Shown, by: Limits = limits): Shown {
  const having = members.filter(({ counts }) => counts.some((count) => count > 0));
  const sizeOf = (region: string) => sum(having.flatMap((member) => (member.region === region ? member.counts : [])));
  const all = [...new Set(having.map(({ region }) => region))].sort((a, b) => sizeOf(a) - sizeOf(b) || (a < b ? -1 : 1));
  const of = (regions: readonly string[]) => having.filter(({ region }) => regions.includes(region));
  const shown = all.filter((region) => (within?.regions.has(region) ?? true) && isSafe(of([region]), by));
  const hidden = () => all.filter((region) => !shown.includes(region));
  while (shown.length > 0 && hidden().length > 0 && !isSafe(of(hidden()), by)) shown.shift();
  return { england: (within?.england ?? true) && isSafe(having, by), regions: new Set(shown) };
}

const isSmall = (count: number, { smallest }: Limits) => count > 0 && count < smallest;

/**
 * Counts that add up to something known, each as it may be shown to others, or null. Where one is small, the small ones
 * and the noughts are left out together, with the next larger ones until what is left out is two counts or more and not
 * small in all: so none of them follows from the rest.
 */
export function hideSmall(counts: readonly number[], by: Limits = limits): (number | null)[] {
  if (!counts.some((count) => isSmall(count, by))) return [...counts];
  const order = counts.map((count, at) => ({ count, at })).sort((a, b) => a.count - b.count || a.at - b.at);
  const left = order.filter(({ count }) => count < by.smallest);
  const further = order.slice(left.length);
  while (further.length > 0 && (left.length < 2 || sum(left.map(({ count }) => count)) < by.smallest))
    left.push(...further.splice(0, 1));
  const hidden = new Set(left.map(({ at }) => at));
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}

/** Whether a part of a whole may be shown with it: neither the part nor the rest is small. */
export const isLarge = (part: number, whole: number, by: Limits = limits): boolean =>
  !isSmall(part, by) && !isSmall(whole - part, by) && !isSmall(whole, by);
