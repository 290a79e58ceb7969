import { z } from "zod";
import type { ReasonedValues } from "~/deadlines/due-on-field";
import { gatherDate, optionalDateField } from "~/ui/dated-form";
import { formatDate } from "~/ui/format-date";
import { commandId, longText } from "~/ui/long-text";

/** `dueOn` is the present due date: a new one, where it is given, lies after it. */
export const upholdFlagSchema = ({ dueOn }: { dueOn: string }) =>
  z.preprocess(
    gatherDate<ReasonedValues>("dueOn"),
    z.object({
      commandId,
      dueOn: optionalDateField({
        name: "dueOn",
        label: "New due date",
        findProblem: (date) =>
          date <= dueOn ? `New due date must be after the present due date, ${formatDate(dueOn)}` : null,
      }),
      reason: longText({ missing: "Enter the reason for upholding the flag", name: "Reason" }),
    }),
  );
