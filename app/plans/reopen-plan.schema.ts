import { z } from "zod";
import { dateBoxes, refineDate } from "~/ui/date-field";
import { commandId, longText } from "~/ui/long-text";

export const reopenPlanSchema = ({ today }: { today: string }) =>
  z
    .object({
      commandId,
      ...dateBoxes("dueOn"),
      reason: longText({ missing: "Enter the reason for reopening the plan", name: "Reason" }),
    })
    .transform((values, context) => {
      const date = refineDate(values, "dueOn", "New due date", context);
      if (typeof date === "string" && date <= today)
        context.addIssue({ code: "custom", path: ["dueOn"], message: "New due date must be in the future" });
      return { commandId: values.commandId, reason: values.reason, dueOn: date };
    });
