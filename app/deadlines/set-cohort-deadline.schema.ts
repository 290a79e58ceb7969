import { z } from "zod";
import { dateBoxes, refineDate } from "~/ui/date-field";

const cohort = z.enum(["priority", "standard"], "Select the cohort whose date changes");

/** The choice that is previewed: which cohort, and its new date ("2027-03-05"). */
export const cohortDateSchema = z
  .object({ cohort: cohort.optional(), ...dateBoxes("dueOn") })
  .transform((values, context) => {
    if (!values.cohort)
      context.addIssue({ code: "custom", path: ["cohort"], message: "Select the cohort whose date changes" });
    const dueOn = refineDate(values, "dueOn", "New due date", context);
    return values.cohort && dueOn ? { cohort: values.cohort, dueOn } : z.NEVER;
  });

/** What the change itself needs: the previewed choice, the reason, the form's key and the programme's version. */
export const setCohortDeadlineSchema = z.object({
  cohort,
  dueOn: z.iso.date("Preview the change again: the date is missing"),
  reason: z
    .string()
    .trim()
    .min(1, "Enter the reason for the new date")
    .max(2000, "The reason must be 2,000 characters or fewer"),
  commandId: z.uuid(),
  version: z.coerce.number<string>().int(),
});
