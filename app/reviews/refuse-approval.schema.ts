import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";
import { sectionKeys } from "~workflows/school-plan/types";

const missing = "Select the sections to look at again";

export const refuseApprovalSchema = z.object({
  commandId,
  // One ticked box comes as a text, none as nothing.
  sections: z.preprocess(
    (ticked) => (Array.isArray(ticked) ? ticked : ticked ? [ticked] : []),
    z.array(z.enum(sectionKeys, missing)).min(1, missing),
  ),
  reason: longText({ missing: "Enter the reason for refusing the approval", name: "Reason" }),
});
