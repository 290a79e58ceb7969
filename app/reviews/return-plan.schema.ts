import { z } from "zod";
import { dateBoxes, refineDate } from "~/ui/date-field";
import { commandId } from "~/ui/long-text";

export const returnPlanSchema = ({ today }: { today: string }) =>
  z.object({ commandId, ...dateBoxes("dueOn") }).transform((values, context) => {
    const date = refineDate(values, "dueOn", "New due date", context);
    if (typeof date === "string" && date <= today)
      context.addIssue({ code: "custom", path: ["dueOn"], message: "New due date must be in the future" });
    return { commandId: values.commandId, dueOn: date };
  });
