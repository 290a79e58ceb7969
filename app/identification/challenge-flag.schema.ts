import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";
import type { ChallengeGround } from "~workflows/school-plan/types";

/** What a challenge can rest on, in the words of the form. */
export const challengeGrounds: Record<ChallengeGround, string> = {
  figures: "The published figures are wrong",
  wrongSchool: "The figures are those of another school",
  smallCohort: "Too few pupils were counted for the figures to say anything",
  schoolType: "The school is not of a type that counts",
  closing: "The school is closing or has closed",
  rule: "The rule was not applied correctly",
  other: "Another reason",
};

export const isChallengeGround = (ground: string): ground is ChallengeGround => ground in challengeGrounds;

export const challengeFlagSchema = z.object({
  commandId,
  ground: z
    .string()
    .optional()
    .transform((ground, context) => {
      if (ground && isChallengeGround(ground)) return ground;
      context.addIssue({ code: "custom", message: "Select what the challenge is about" });
      return z.NEVER;
    }),
  evidence: longText({ missing: "Enter your evidence", name: "Evidence" }),
});
