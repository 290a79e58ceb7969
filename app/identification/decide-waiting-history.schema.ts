import { z } from "zod";
import { longText } from "~/ui/long-text";

export const decideWaitingHistorySchema = z.object({
  answer: z.string("Choose whose results go on, or that nobody’s do").min(1),
  reason: longText({ missing: "Enter the reason for this decision", name: "Reason" }),
  /** What the person was looking at. */
  version: z.string("Open the page again and repeat what you did"),
});
