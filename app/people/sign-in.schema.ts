import { z } from "zod";
import { typedEmail } from "./typed-text";

export const signInSchema = z.object({
  email: typedEmail("Enter your email address"),
  // Longer than any password that can be set: what is longer is not worth the work of comparing.
  password: z.string("Enter your password").min(1, "Enter your password").max(1_000, "Enter your password"),
  next: z.string().optional(),
});
