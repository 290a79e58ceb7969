import { z } from "zod";
import { typedEmail, typedText } from "./typed-text";

export const addOfficerSchema = z.object({
  name: typedText("Enter the officer’s name").max(100, "Name must be 100 characters or fewer"),
  email: typedEmail("Enter the officer’s work email address"),
  councilCode: z.string("Select the council").regex(/^\d{3}$/, "Select the council"),
});
