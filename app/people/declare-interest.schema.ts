import { z } from "zod";
import { typedText } from "./typed-text";

export const declareInterestSchema = z
  .object({
    kind: z.enum(["school", "council"], "Select whether the interest is in a school or a council"),
    school: z.string().trim().optional(),
    councilCode: z.string().trim().optional(),
    nature: typedText("Enter what your interest is").max(500, "What your interest is must be 500 characters or fewer"),
  })
  .superRefine((values, context) => {
    if (values.kind === "school" && !/^\d{3}[\s/-]?\d{4}$|^\d{5,6}$/.test(values.school ?? ""))
      context.addIssue({
        code: "custom",
        path: ["school"],
        message: "Enter the school’s URN, or its council code and school number, like 001/2001",
      });
    if (values.kind === "council" && !/^\d{3}$/.test(values.councilCode ?? ""))
      context.addIssue({ code: "custom", path: ["councilCode"], message: "Select the council" });
  });

export type InterestDeclared = z.output<typeof declareInterestSchema>;
