import { Temporal } from "temporal-polyfill";
import { bankHolidays } from "~prisma/reference/bank-holidays";

const FRIDAY = 5;
/** How far ahead the demonstration's first deadline lies at least, in days. */
const DAYS_AHEAD = 60;

/**
 * Whether a date ("2027-02-26") is a working day in England: neither a weekend nor a bank holiday. In a year whose bank
 * holidays have not been announced only weekends count.
 */
export function isWorkingDay(date: string): boolean {
  const day = Temporal.PlainDate.from(date);
  return day.dayOfWeek <= FRIDAY && !bankHolidays[day.year]?.includes(date.slice(5));
}

/** The date that lies `days` working days after (or, negative, before) a date; 0 gives the date itself. */
export function addWorkingDays(date: string, days: number): string {
  let day = Temporal.PlainDate.from(date);
  for (let left = Math.abs(days); left > 0;) {
    day = day.add({ days: Math.sign(days) });
    if (isWorkingDay(day.toString())) left -= 1;
  }
  return day.toString();
}

/** The last Friday of a month (1 to 12) that is a working day, as "2027-03-19". */
export function lastWorkingFridayOf(year: number, month: number): string {
  let day = Temporal.PlainYearMonth.from({ year, month }).add({ months: 1 }).toPlainDate({ day: 1 });
  do day = day.subtract({ days: 1 });
  while (day.dayOfWeek !== FRIDAY || !isWorkingDay(day.toString()));
  return day.toString();
}

/**
 * The demonstration's two deadlines: the last working Fridays of February and of March of one year, the first whose
 * February date lies 60 or more days after `today`.
 */
export function demonstrationDueDates(today: string): { priority: string; standard: string } {
  const from = Temporal.PlainDate.from(today).add({ days: DAYS_AHEAD });
  const isFarEnough = (year: number) =>
    Temporal.PlainDate.compare(Temporal.PlainDate.from(lastWorkingFridayOf(year, 2)), from) >= 0;
  const year = isFarEnough(from.year) ? from.year : from.year + 1;
  return { priority: lastWorkingFridayOf(year, 2), standard: lastWorkingFridayOf(year, 3) };
}
