import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";

/** Why a support school must not help a school. */
export const declareConflictSchema = z.object({
  commandId,
  school: z.string().trim().min(1, "Enter the school’s URN, or its council code and school number"),
  reason: longText({ missing: "Enter what the conflict is", name: "What the conflict is", limit: 2000 }),
});
export type ConflictTyped = z.input<typeof declareConflictSchema>;
