import { z } from "zod";
import { dateField, gatherDate } from "~/ui/dated-form";
import { commandId, longText } from "~/ui/long-text";
import { type DateLimits, findDateProblem, type ReasonedValues } from "./due-on-field";

export const grantExtensionSchema = (limits: DateLimits) =>
  z.preprocess(
    gatherDate<ReasonedValues>("dueOn"),
    z.object({
      commandId,
      dueOn: dateField({ name: "dueOn", label: "New due date", findProblem: (date) => findDateProblem(date, limits) }),
      reason: longText({ missing: "Enter the reason for granting the extension", name: "Reason" }),
    }),
  );
