import { type ComparableGains, NEAR } from "~/statistics/comparable-gains";
import { formatCount, formatPercent, formatPlural } from "~/ui/format-number";

const inYears = (span: number) => (span === 1 ? "one year" : span === 2 ? "two years" : "three years");
const points = (count: number) => formatPlural(count, "percentage point");

const gained = (gain: number): string =>
  gain > 0
    ? `gained ${points(gain)} or fewer`
    : gain === 0
      ? "gained nothing or fell"
      : `fell by ${points(-gain)} or more`;

/** "Of 412 schools that started between 43% and 53%, 9 in 10 gained 12 percentage points or fewer in one year". */
export const mostGained = ({ start, schools, most, span }: ComparableGains): string =>
  `Of ${formatCount(schools)} schools that started between ${formatPercent(Math.max(0, start - NEAR))} and ${formatPercent(Math.min(100, start + NEAR))}, 9 in 10 ${gained(most)} in ${inYears(span)}`;

const roundPoints = (value: number) => Math.round(value * 10) / 10;

/** A target against the latest result: what it asks for, and over how many years. */
export type Asked = { gain: number; span: number };

export const askedOf = (target: { year: number; value: number }, baseline: { year: number; value: number }): Asked => ({
  gain: roundPoints(target.value - baseline.value),
  span: target.year - baseline.year,
});

/** Whether more is asked for than nine in ten comparable schools have gained. */
export const isBeyondMost = ({ gain }: Asked, { most }: ComparableGains): boolean => gain > Math.max(0, most);

/** Schools are compared over so many years at most. */
const LONGEST = 3;

/** Where a target stands among what comparable schools achieved; nothing of a year that is not one to three years on. */
export function describeStanding(asked: Asked, comparable: readonly ComparableGains[]): string[] {
  if (asked.span < 1 || asked.span > LONGEST) return [];
  const gains = comparable.find(({ span }) => span === asked.span);
  if (!gains) return [`Too few comparable schools are known to say what they gained in ${inYears(asked.span)}.`];
  const asks =
    asked.gain > 0
      ? `This target asks for ${asked.gain}`
      : asked.gain === 0
        ? "This target asks for no more than the latest result"
        : `This target is ${-asked.gain} below the latest result`;
  const reached = isBeyondMost(asked, gains)
    ? "1 in 10 of them or fewer gained that much"
    : asked.gain > gains.half
      ? "Half of them or fewer gained that much"
      : "More than half of them gained that much";
  return [`${mostGained(gains)}. ${asks}.${asked.gain > 0 ? ` ${reached}.` : ""}`];
}

/** Where the figures about comparable schools come from; "" where there are none. */
export function describeSource(gains: readonly ComparableGains[]): string {
  if (gains.length === 0) return "";
  const first = Math.min(...gains.map(({ firstYear }) => firstYear));
  const last = Math.max(...gains.map(({ lastYear }) => lastYear));
  return `Comparable schools are mainstream schools of the same phase in the whole of England, in the results of ${first} to ${last}. A school counts for each year in which it started there.`;
}
