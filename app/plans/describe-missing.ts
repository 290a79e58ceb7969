import type { SectionKey } from "~workflows/school-plan/types";
import { orderedSections } from "./plan-sections";

type Missing = { incompleteSections: SectionKey[]; commentsWithoutReply: SectionKey[]; headReply: string };

/** What is missing before a plan can be submitted, by the id of the section's row on the page. */
export function describeMissing({
  incompleteSections,
  commentsWithoutReply,
  headReply,
}: Missing): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { key, number, title } of orderedSections) {
    if (commentsWithoutReply.includes(key))
      errors[`section-${key}`] = `Answer the reviewer’s comment on section ${number}, ${title.toLowerCase()}`;
    else if (incompleteSections.includes(key))
      errors[`section-${key}`] = `Complete section ${number}, ${title.toLowerCase()}`;
  }
  if (headReply === "missing")
    errors["section-governance"] ??= "Enter the headteacher’s reply, or why there is none, in section 5";
  return errors;
}
