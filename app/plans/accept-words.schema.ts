import { z } from "zod";
import { longText } from "~/ui/long-text";

/** Why words that the check found stay in a plan. */
export const acceptWordsSchema = z.object({
  reason: longText({ missing: "Enter why these words stay", name: "Why these words stay", limit: 500 }),
});
