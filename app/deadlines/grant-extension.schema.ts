import { z } from "zod";
import { dateBoxes, refineDate } from "~/ui/date-field";
import { commandId, longText } from "~/ui/long-text";
import { type DateLimits, findDateProblem } from "./request-extension.schema";

export const grantExtensionSchema = (limits: DateLimits) =>
  z
    .object({
      commandId,
      ...dateBoxes("dueOn"),
      reason: longText({ missing: "Enter the reason for granting the extension", name: "Reason" }),
    })
    .transform((values, context) => {
      const date = refineDate(values, "dueOn", "New due date", context);
      const problem = typeof date === "string" ? findDateProblem("New due date", date, limits) : null;
      if (problem) context.addIssue({ code: "custom", path: ["dueOn"], message: problem });
      return { commandId: values.commandId, reason: values.reason, dueOn: date };
    });
