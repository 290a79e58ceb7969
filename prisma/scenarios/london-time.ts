import { Temporal } from "temporal-polyfill";

/** The instant of a clock time in England: ("2026-11-03", "10:15"). */
export const inLondon = (date: string, time: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime("Europe/London").epochMilliseconds);

/** The date that many days after (or, negative, before) another. */
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** Results come out some weeks after the summer's tests. */
const RESULTS_BY = { month: 7, daysLater: 60 };

/** The latest year whose results are out on a day. */
export function latestResultsYear(today: string): number {
  const [year = 0, month = 0] = addDays(today, -RESULTS_BY.daysLater).split("-").map(Number);
  return month >= RESULTS_BY.month ? year : year - 1;
}
