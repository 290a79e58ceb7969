import { z } from "zod";
import type { ReasonedValues } from "~/deadlines/due-on-field";
import { dateField, gatherDate } from "~/ui/dated-form";
import { commandId, longText } from "~/ui/long-text";

export const reopenPlanSchema = ({ today }: { today: string }) =>
  z.preprocess(
    gatherDate<ReasonedValues>("dueOn"),
    z.object({
      commandId,
      dueOn: dateField({
        name: "dueOn",
        label: "New due date",
        findProblem: (date) => (date <= today ? "New due date must be in the future" : null),
      }),
      reason: longText({ missing: "Enter the reason for reopening the plan", name: "Reason" }),
    }),
  );
