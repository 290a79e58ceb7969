import { z } from "zod";
import { commandId } from "~/ui/long-text";

const missing = "Select who takes the review over";

export const handOverReviewSchema = z.object({ commandId, toId: z.string(missing).pipe(z.uuid(missing)) });
