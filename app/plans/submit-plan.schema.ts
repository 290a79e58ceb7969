import { z } from "zod";

/** The lead's declaration, the key of the form, and the text of the plan that was read. */
export const submitPlanSchema = z.object({
  declared: z
    .preprocess((ticked) => (Array.isArray(ticked) ? ticked[0] : ticked) ?? "", z.string())
    .refine((ticked) => ticked === "yes", "Confirm that you submit the plan on the council’s behalf"),
  seen: z.string().default(""),
});
