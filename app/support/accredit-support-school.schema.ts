import { z } from "zod";
import { dateField, gatherDate } from "~/ui/dated-form";
import { commandId } from "~/ui/long-text";

/** The term of an accreditation, which must end after it begins and after today ("2026-11-24"). */
export const accreditSupportSchoolSchema = (today: string) =>
  z.preprocess(
    (values: AccreditTyped) => ({ ...gatherDate("termFrom")(values), ...gatherDate("termTo")(values) }),
    z
      .object({
        commandId,
        termFrom: dateField({ name: "termFrom", label: "First day" }),
        termTo: dateField({
          name: "termTo",
          label: "Last day",
          findProblem: (date) => (date > today ? null : "Last day must be after today"),
        }),
      })
      .refine(({ termFrom, termTo }) => termFrom < termTo, {
        path: ["termTo"],
        message: "Last day must be after the first day",
      }),
  );

export type AccreditTyped = Record<"commandId" | `${"termFrom" | "termTo"}-${"day" | "month" | "year"}`, string>;
