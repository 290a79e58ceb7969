import { z } from "zod";

const codes = z.union([z.string().transform((code) => [code]), z.array(z.string()), z.literal(false)]).optional();

/** The councils that are to be priority, by code, and why they differ from the proposed ones where they do. */
export const confirmCohortSchema = (proposed: readonly string[]) =>
  z
    .object({
      priority: codes.transform((chosen) => (chosen ? chosen.filter((code) => /^\d{3}$/.test(code)) : [])),
      reason: z.string().trim().max(2000, "Reason must be 2,000 characters or fewer"),
    })
    .refine(
      ({ priority, reason }) =>
        reason !== "" || (priority.length === proposed.length && priority.every((code) => proposed.includes(code))),
      { path: ["reason"], error: "Enter the reason for a cohort that is not the proposed one" },
    );
