import { formatDate } from "~/ui/format-date";

export type DateLimits = {
  /** The present due date and today, both "2027-02-26". */
  dueOn: string;
  today: string;
};

/** The message for a new due date that does not lie after today and after the present one; null where it does. */
export function findDateProblem(date: string, { dueOn, today }: DateLimits): string | null {
  if (date <= today) return "New due date must be in the future";
  return date <= dueOn ? `New due date must be after the present due date, ${formatDate(dueOn)}` : null;
}

/** What a form with a reason and a date holds, as typed. */
export type ReasonedValues = {
  commandId: string;
  reason: string;
  "dueOn-day"?: string;
  "dueOn-month"?: string;
  "dueOn-year"?: string;
};
