import { z } from "zod";
import { dateBoxes, refineDate, typedDate } from "~/ui/date-field";
import { formatDate } from "~/ui/format-date";
import { commandId, longText } from "~/ui/long-text";

/** `dueOn` is the present due date: a new one, where it is given, lies after it. */
export const upholdFlagSchema = ({ dueOn }: { dueOn: string }) =>
  z
    .object({
      commandId,
      reason: longText({ missing: "Enter the reason for upholding the flag", name: "Reason" }),
      ...dateBoxes("dueOn"),
    })
    .transform((values, context) => {
      const { commandId, reason } = values;
      const typed = Object.values(typedDate(values, "dueOn")).some((part) => part.trim());
      if (!typed) return { commandId, reason, dueOn: null };
      const date = refineDate(values, "dueOn", "New due date", context);
      if (typeof date === "string" && date <= dueOn)
        context.addIssue({
          code: "custom",
          path: ["dueOn"],
          message: `New due date must be after the present one, ${formatDate(dueOn)}`,
        });
      return { commandId, reason, dueOn: date };
    });
