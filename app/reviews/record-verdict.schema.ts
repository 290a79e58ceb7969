import { z } from "zod";
import { commandId, LONG_TEXT_LIMIT } from "~/ui/long-text";

export const recordVerdictSchema = z
  .object({
    commandId,
    verdict: z.string().optional(),
    comment: z
      .string()
      .trim()
      .max(LONG_TEXT_LIMIT, `Comment must be ${LONG_TEXT_LIMIT.toLocaleString("en-GB")} characters or fewer`),
  })
  .transform(({ commandId, verdict, comment }, context) => {
    if (verdict === "accepted") return { commandId, verdict, comment: null } as const;
    if (verdict === "comment") {
      if (comment) return { commandId, verdict, comment } as const;
      context.addIssue({ code: "custom", path: ["comment"], message: "Enter your comment" });
      return z.NEVER;
    }
    context.addIssue({ code: "custom", path: ["verdict"], message: "Select whether you accept this section" });
    return z.NEVER;
  });
