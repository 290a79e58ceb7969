import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";

/** A form that takes a reason and nothing else. */
export const reasonSchema = z.object({ commandId, reason: longText({ missing: "Enter your reason", name: "Reason" }) });
export type ReasonTyped = z.input<typeof reasonSchema>;
