import { z } from "zod";
import { gatherDate, dateField } from "~/ui/dated-form";
import { formatDate } from "~/ui/format-date";
import { commandId } from "~/ui/long-text";

const WORDS_LIMIT = 2000;

/** How a headteacher can be told, in the words of the form. */
export const waysOfTelling = {
  meeting: "In a meeting",
  phone: "By phone",
  letter: "By letter",
  email: "By email",
} as const;
export type WayOfTelling = keyof typeof waysOfTelling;

const isWay = (how: string): how is WayOfTelling => Object.hasOwn(waysOfTelling, how);

export type TellHeadteacherValues = {
  commandId: string;
  runId: string;
  how?: string;
  words: string;
  "toldOn-day": string;
  "toldOn-month": string;
  "toldOn-year": string;
};

/** The head is told on or after the day of the publication, and not after today: both "2026-11-24". */
export const tellHeadteacherSchema = ({ publishedOn, today }: { publishedOn: string; today: string }) =>
  z.preprocess(
    gatherDate<TellHeadteacherValues>("toldOn"),
    z.object({
      commandId,
      runId: z.uuid("Open the page again and repeat what you did"),
      how: z
        .string()
        .optional()
        .transform((how, context) => {
          if (how && isWay(how)) return how;
          context.addIssue({ code: "custom", message: "Select how you told the headteacher" });
          return z.NEVER;
        }),
      toldOn: dateField({
        name: "toldOn",
        label: "Day on which you told the headteacher",
        findProblem: (date) =>
          date > today
            ? "Day on which you told the headteacher must be today or in the past"
            : date < publishedOn
              ? `Day on which you told the headteacher must not be before ${formatDate(publishedOn)}, when the flag was published`
              : null,
      }),
      words: z.string().trim().max(WORDS_LIMIT, "What was said must be 2,000 characters or fewer").default(""),
    }),
  );
