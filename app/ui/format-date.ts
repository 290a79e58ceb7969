import { formatPlural } from "./format-number";

const ZONE = "Europe/London";
const DAY_MS = 86_400_000;
const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A calendar date ("2027-02-26"), or an instant as a Date or an ISO string with its zone. */
export type DateInput = string | Date;

const londonDate = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
const londonTime = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const long = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
const weekday = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long" });
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function toInstant(value: DateInput): Date {
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`Not a date: ${String(value)}`);
  return instant;
}

/** The calendar date in London, as "YYYY-MM-DD". A calendar date stays what it is, whatever the zone. */
export function toCalendarDate(value: DateInput): string {
  if (typeof value !== "string" || !CALENDAR_DATE.test(value)) return londonDate.format(toInstant(value));
  // Date rolls 2027-02-30 over into March instead of refusing it.
  if (toInstant(value).toISOString().slice(0, 10) !== value) throw new RangeError(`Not a date: ${value}`);
  return value;
}

/** Midnight UTC of the calendar date: days between two of them are always 24 hours long. */
function toUtcDay(value: DateInput): Date {
  return new Date(`${toCalendarDate(value)}T00:00:00Z`);
}

/** "26 February 2027". */
export function formatDate(value: DateInput): string {
  return long.format(toUtcDay(value));
}

/** "Friday 26 February 2027". */
export function formatDateWithDay(value: DateInput): string {
  return `${weekday.format(toUtcDay(value))} ${formatDate(value)}`;
}

/** A month such as "2027-02": "February 2027". */
export function formatMonth(month: string): string {
  return formatDate(`${month}-01`).replace(/^\d+ /, "");
}

/** "26 Feb 2027", for tables. */
export function formatDateShort(value: DateInput): string {
  const day = toUtcDay(value);
  return `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** The time of an instant in London: "11:59pm", "9am", "midday", "midnight". */
export function formatTime(value: DateInput): string {
  const [hour = 0, minute = 0] = londonTime.format(toInstant(value)).split(":").map(Number);
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? "midnight" : "midday";
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** "26 February 2027 at 11:59pm", in London. */
export function formatDateTime(instant: DateInput): string {
  return `${formatDate(instant)} at ${formatTime(instant)}`;
}

/** "26 Feb 2027 at 11:59pm", in London. */
export function formatDateTimeShort(instant: DateInput): string {
  return `${formatDateShort(instant)} at ${formatTime(instant)}`;
}

/** Whole calendar days in London from the first to the second; negative when the second is earlier. */
export function daysBetween(from: DateInput, to: DateInput): number {
  return Math.round((toUtcDay(to).getTime() - toUtcDay(from).getTime()) / DAY_MS);
}

/** "Due in 9 days", "Due today", "Overdue by 3 days". In time until the end of the due date in London. */
export function describeDue(dueOn: DateInput, today: DateInput): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return "Due today";
  return days > 0 ? `Due in ${formatPlural(days, "day")}` : `Overdue by ${formatPlural(-days, "day")}`;
}

/** "Received 2 days early", "Received on the due date", "Received 3 days late". */
export function describeReceived(dueOn: DateInput, receivedOn: DateInput): string {
  const days = daysBetween(receivedOn, dueOn);
  if (days === 0) return "Received on the due date";
  return days > 0 ? `Received ${formatPlural(days, "day")} early` : `Received ${formatPlural(-days, "day")} late`;
}

/** The three boxes of a date input, for its default values: "2027-02-06" → 6, 2, 2027. */
export function toDateParts(value: DateInput): { day: string; month: string; year: string } {
  const [year = "", month = "", day = ""] = toCalendarDate(value).split("-");
  return { day: String(Number(day)), month: String(Number(month)), year };
}
