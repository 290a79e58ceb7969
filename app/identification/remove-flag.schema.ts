import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";

export const removeFlagSchema = z.object({
  commandId,
  reason: longText({ missing: "Enter the reason for removing the flag", name: "Reason" }),
});
