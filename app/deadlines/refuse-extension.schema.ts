import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";

export const refuseExtensionSchema = z.object({
  commandId,
  reason: longText({ missing: "Enter the reason for refusing the extension", name: "Reason" }),
});
