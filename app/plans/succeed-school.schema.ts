import { z } from "zod";
import { commandId } from "~/ui/long-text";

export const succeedSchoolSchema = z.object({
  commandId,
  urn: z
    .string()
    .trim()
    .min(1, "Enter the URN of the successor school")
    .regex(/^(\d{6})?$/, "URN must be 6 numbers"),
});
