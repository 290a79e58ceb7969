import { z } from "zod";

/** A headteacher's reply to the plan: a comment is asked of one who disagrees, and welcome from one who does not. */
export const giveReplySchema = z
  .object({
    stance: z.enum(["acknowledged", "disagreed"], "Select whether you acknowledge or disagree with the plan"),
    comment: z.string().trim().max(5000, "Comment must be 5,000 characters or fewer").default(""),
  })
  .superRefine(({ stance, comment }, context) => {
    if (stance === "disagreed" && comment === "")
      context.addIssue({ code: "custom", path: ["comment"], message: "Enter what you disagree with, and why" });
  });
