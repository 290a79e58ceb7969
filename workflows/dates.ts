const DAY = 86_400_000;

/** Days from which a plan counts as due soon: 14 or fewer are left. */
const DUE_SOON_DAYS = 14;

function dayNumber(date: string): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Date.UTC rolls 30 February over to March; reading it back finds dates that do not exist.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`"${date}" is not a date like 2027-02-26.`);
  }
  return at / DAY;
}

/** Whole calendar days from one ISO date to another; negative when `to` is earlier. Throws RangeError for a date that does not exist. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Throws RangeError unless the text is a calendar date like "2027-02-26". */
export function requireDate(date: string): void {
  dayNumber(date);
}

/** What is owed on a day (both ISO dates in Europe/London): the plan is in time until the end of its due date. */
export function deadlineStateOn(dueOn: string, today: string): "notDue" | "dueSoon" | "overdue" {
  const left = daysBetween(today, dueOn);
  if (left < 0) return "overdue";
  return left <= DUE_SOON_DAYS ? "dueSoon" : "notDue";
}
