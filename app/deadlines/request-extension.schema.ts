import { z } from "zod";
import { dateBoxes, refineDate } from "~/ui/date-field";
import { formatDate } from "~/ui/format-date";
import { commandId, longText } from "~/ui/long-text";

export type DateLimits = {
  /** The present due date and today, both "2027-02-26". */
  dueOn: string;
  today: string;
};

/** The message for a date that does not lie after today and after the due date; null where it does. */
export function findDateProblem(label: string, date: string, { dueOn, today }: DateLimits): string | null {
  if (date <= today) return `${label} must be in the future`;
  return date <= dueOn ? `${label} must be after the present due date, ${formatDate(dueOn)}` : null;
}

export const requestExtensionSchema = (limits: DateLimits) =>
  z
    .object({
      commandId,
      ...dateBoxes("dueOn"),
      reason: longText({ missing: "Enter the reason for asking", name: "Reason" }),
    })
    .transform((values, context) => {
      const date = refineDate(values, "dueOn", "New due date", context);
      const problem = typeof date === "string" ? findDateProblem("New due date", date, limits) : null;
      if (problem) context.addIssue({ code: "custom", path: ["dueOn"], message: problem });
      return { commandId: values.commandId, reason: values.reason, dueOn: date };
    });
