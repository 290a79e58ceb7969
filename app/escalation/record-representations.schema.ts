import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";

/** A council's answer to a proposed step. */
export const recordRepresentationsSchema = z.object({
  commandId,
  representations: longText({ missing: "Enter your representations", name: "Representations" }),
});
