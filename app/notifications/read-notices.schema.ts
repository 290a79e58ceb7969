import { z } from "zod";

/** The notices that a person has read: one, or all of a page. */
export const readNoticesSchema = z.object({ notice: z.array(z.uuid()).max(100).default([]) });
