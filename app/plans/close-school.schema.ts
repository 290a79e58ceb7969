import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";

export const closeSchoolSchema = z.object({
  commandId,
  reason: longText({ missing: "Enter how the school closed", name: "Reason" }),
});
