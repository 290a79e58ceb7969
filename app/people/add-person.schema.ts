import { z } from "zod";
import { refineRole, roleFields } from "./role-choice.schema";
import { typedEmail, typedText } from "./typed-text";

export const addPersonSchema = z
  .object({
    name: typedText("Enter the person’s name").max(100, "Name must be 100 characters or fewer"),
    email: typedEmail("Enter the person’s work email address"),
    ...roleFields,
  })
  .superRefine(refineRole);
