import type { TagColour } from "~/ui/tag";

export type SectionStatus = { text: string; colour?: TagColour };

type SectionState = {
  complete: boolean;
  accepted: boolean;
  /** Nothing has been filled in. */
  empty: boolean;
  /** The reviewer's comment, where the section has one. */
  comment: { replied: boolean } | null;
};

/** A section's status in the plan's task list. What is done is words alone, so that what is left stands out. */
export function describeSection({ complete, accepted, empty, comment }: SectionState): SectionStatus {
  if (comment && !comment.replied) return { text: "Comment to answer", colour: "orange" };
  if (accepted) return { text: "Accepted", colour: "green" };
  if (complete) return { text: "Completed" };
  return empty ? { text: "Not started", colour: "grey" } : { text: "In progress", colour: "blue" };
}
