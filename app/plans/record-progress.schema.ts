import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";

/** How an action of an approved plan is going, in the words of the form. */
export const progressStatuses = {
  notStarted: "Not started",
  onTrack: "On track",
  atRisk: "At risk",
  done: "Done",
} as const;
export type ProgressStatus = keyof typeof progressStatuses;

export const isProgressStatus = (status: string): status is ProgressStatus => status in progressStatuses;

/** The choice that stands for the plan rather than one of its actions. */
export const WHOLE_PLAN = "plan";

export const recordProgressSchema = z.object({
  commandId,
  action: z.string("Select what the progress is about").min(1, "Select what the progress is about"),
  status: z
    .string()
    .optional()
    .transform((status, context) => {
      if (status && isProgressStatus(status)) return status;
      context.addIssue({ code: "custom", message: "Select how it is going" });
      return z.NEVER;
    }),
  note: longText({ missing: "Enter what has been done", name: "What has been done" }),
});
