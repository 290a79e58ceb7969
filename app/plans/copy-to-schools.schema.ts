import { z } from "zod";
import { commandId } from "~/ui/long-text";

export const copyToSchoolsSchema = z.object({
  commandId,
  // One ticked box comes as a text, none as nothing.
  to: z.preprocess(
    (ticked) => (Array.isArray(ticked) ? ticked : ticked ? [ticked] : []),
    z.array(z.uuid()).min(1, "Select at least one school"),
  ),
});
