import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";

export const changeMembershipSchema = z.object({
  commandId,
  to: z.enum(["priority", "standard"], "Open the page again and repeat what you did"),
  version: z.coerce.number().int(),
  reason: longText({ missing: "Enter the reason for the change", name: "Reason", limit: 2000 }),
});
