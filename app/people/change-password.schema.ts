import { z } from "zod";
import { typedNewPassword } from "./typed-text";

export const changePasswordSchema = z.object({
  currentPassword: z.string("Enter your current password").min(1, "Enter your current password").max(1_000),
  newPassword: typedNewPassword("Enter a new password"),
});
