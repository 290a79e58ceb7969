import type { TagColour } from "~/ui/tag";
import type { Review, ReviewedSection } from "./review";

/** How a section stands in a review, as a tag. */
export function describeVerdict({ verdict }: Pick<ReviewedSection, "verdict">): { text: string; colour: TagColour } {
  if (verdict === "accepted") return { text: "Accepted", colour: "green" };
  if (verdict === "comment") return { text: "Comment", colour: "orange" };
  return { text: "To review", colour: "blue" };
}

/** What the reviewer has to know of a section of a later revision: whether its text changed, and if an acceptance stands. */
export function describeChange(section: ReviewedSection, previousRevision: number | null): string | null {
  if (section.changed === null) return null;
  if (section.changed) return `Changed since revision ${previousRevision}`;
  return section.carried ? "Accepted earlier, unchanged" : `Unchanged since revision ${previousRevision}`;
}

/** The plan's schools in a few words: one by name, of several the first and how many more. */
export function schoolsInBrief(schools: readonly string[]): string {
  const [first = "", ...others] = schools;
  if (others.length === 0) return first;
  return `${first} and ${others.length === 1 ? "1 other school" : `${others.length} other schools`}`;
}

export const schoolsOf = (review: Pick<Review, "schools">): string =>
  schoolsInBrief(review.schools.map(({ name }) => name));

/** Why a plan cannot be returned as it stands, by the id of what mends it on the page. */
export function findReturnProblems(sections: readonly ReviewedSection[]): Record<string, string> {
  const undecided = sections.filter(({ verdict }) => verdict === null);
  if (undecided.length > 0)
    return Object.fromEntries(
      undecided.map(({ key, title }) => [
        `section-${key}`,
        `Accept “${title}” or comment on it before you return the plan`,
      ]),
    );
  if (sections.every(({ verdict }) => verdict === "accepted"))
    return { "section-position": "Comment on at least one section, or approve the plan" };
  return {};
}

/** The sections that keep a plan from being approved, by the id of what mends them on the page. */
export const findApprovalProblems = (sections: readonly ReviewedSection[]): Record<string, string> =>
  Object.fromEntries(
    sections
      .filter(({ verdict }) => verdict !== "accepted")
      .map(({ key, title }) => [`section-${key}`, `Accept “${title}” before you approve the plan`]),
  );
