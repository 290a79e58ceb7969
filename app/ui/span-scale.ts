const DAY_MS = 86_400_000;
const MOST_TICKS = 5;
/** Steps in months that people count in: a month, a quarter, half a year, years. */
const steps = [1, 2, 3, 6, 12, 24, 48];
const names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const toMonth = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const firstOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

export type SpanScale = {
  /** Where the day begins, as a share from 0 to 1 of the whole; a day outside is put at the edge. */
  at: (date: string) => number;
  /** Where the day ends. */
  after: (date: string) => number;
  /** First days of months, at most five, in round steps. */
  ticks: { date: string; label: string }[];
};

/** An axis of whole months that holds every one of these dates ("2027-02-26"). */
export function spanScale(dates: readonly string[]): SpanScale {
  const months = dates.map(toMonth);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const [from, to] = [dayOf(firstOf(first)), dayOf(firstOf(last + 1))];
  const share = (day: number) => Math.min(1, Math.max(0, (day - from) / (to - from)));
  const count = last - first + 1;
  const step = steps.find((candidate) => count / candidate <= MOST_TICKS) ?? Math.ceil(count / MOST_TICKS);
  const ticks = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step)
    ticks.push({ date: firstOf(month), label: `${names[month % 12]} ${Math.floor(month / 12)}` });
  return { at: (date) => share(dayOf(date)), after: (date) => share(dayOf(date) + 1), ticks };
}

/**
 * The row in which each label stands, from 0: labels at these places (shares of the width, in order) that are this wide
 * are put into further rows where they would lie on each other.
 */
export function stackLabels(labels: readonly { at: number; width: number }[]): number[] {
  const taken: { from: number; to: number }[][] = [];
  return labels.map(({ at, width }) => {
    const [from, to] = [at - width / 2, at + width / 2];
    const free = taken.findIndex((row) => row.every((other) => to <= other.from || from >= other.to));
    const level = free === -1 ? taken.length : free;
    (taken[level] ??= []).push({ from, to });
    return level;
  });
}
