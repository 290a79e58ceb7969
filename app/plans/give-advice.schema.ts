import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";
import { sectionKeys } from "~workflows/school-plan/types";

/** An adviser's comment on one section of a submitted plan. */
export const giveAdviceSchema = z.object({
  commandId,
  section: z.enum(sectionKeys, "Select the section that your comment is about"),
  comment: longText({ missing: "Enter your comment", name: "Comment" }),
});
