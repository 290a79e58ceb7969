import { z } from "zod";
import { typedEmail, typedText } from "./typed-text";

export const inviteHeadSchema = z.object({
  name: typedText("Enter the headteacher’s name").max(100, "Name must be 100 characters or fewer"),
  email: typedEmail("Enter the headteacher’s work email address"),
});
