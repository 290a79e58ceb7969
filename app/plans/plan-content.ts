import type { EvidencePiece } from "~/evidence/evidence-piece";
import type { ResultsOverTime } from "~/schools/results-over-time";
import type { ComparableGains } from "~/statistics/comparable-gains";
import { sectionKeys, type SectionKey } from "~workflows/school-plan/types";

/** A section's fields as they were typed, by field name. */
export type SectionContent = Record<string, string | string[]>;

export type PlanActionContent = {
  id: string;
  kind: string;
  what: string;
  who: string;
  /** Dates such as "2027-02-26". */
  startsOn: string;
  endsOn: string;
  costPence: number;
  funding: string;
  milestone: string;
  measureOfSuccess: string;
  /** The causes that it answers; missing where the council did not say, as in plans of before it was asked. */
  causes?: string[];
  /** The year whose target it is meant to move; missing likewise. */
  targetYear?: number;
  /** The accepted request for support that the action names, and its support school; left out where it names none. */
  supportRequestId?: string;
  supportSchool?: string;
};

export type HeadReplyContent = {
  schoolId: string;
  schoolName: string;
  stance: "acknowledged" | "disagreed";
  comment: string;
  /** An ISO instant. */
  givenAt: string;
};

/** Words that the check before submission found and the council kept, and why. */
export type AcceptedWords = { section: SectionKey; label: string; words: string; sentence: string; reason: string };

export type PlanSchool = {
  id: string;
  name: string;
  urn: string | null;
  /** The schools that it continues, nearest first; not kept by submissions of before they were recorded. */
  predecessorIds?: string[];
};

/** What the figures of a plan are read against; kept with a revision, so that it stays readable as it was. */
export type PlanSetting = {
  schools: PlanSchool[];
  floor: number;
  goalYear: number;
  goalValue: number;
  /** The years that need a target, from the year after the latest result to the goal's. */
  targetYears: number[];
  /** The latest published result, where the targets begin. */
  baseline: { year: number; value: number } | null;
  results: ResultsOverTime;
  /** What comparable schools gained over one to three years, where enough are known; not in revisions of before. */
  comparable?: ComparableGains[];
};

/** A whole plan at one moment: what a revision stores and what read-only pages show. */
export type PlanContent = {
  sections: Record<SectionKey, SectionContent>;
  actions: PlanActionContent[];
  headReplies: HeadReplyContent[];
  setting: PlanSetting;
  /** What its claims cite; not kept by submissions of before evidence could be attached. */
  evidence?: EvidencePiece[];
  /** Only a revision has them, since the check of words began. */
  acceptedWords?: AcceptedWords[];
};

/** The reply of a school's head; where the school went on as another one, the last that was given before it did. */
export const headReplyOf = (
  { id, predecessorIds = [] }: PlanSchool,
  headReplies: readonly HeadReplyContent[],
): HeadReplyContent | undefined =>
  [id, ...predecessorIds].flatMap((wanted) => headReplies.filter(({ schoolId }) => schoolId === wanted))[0];

/** One text field of a section, "" where it was never filled in. */
export const textOf = (content: SectionContent, field: string): string => {
  const held = content[field];
  return typeof held === "string" ? held : "";
};

/** One list field of a section (ticked boxes). */
export const listOf = (content: SectionContent, field: string): string[] => {
  const held = content[field];
  return Array.isArray(held) ? held : typeof held === "string" && held !== "" ? [held] : [];
};

/** What of a plan its actions refer to: the causes that section 2 names, and the years with a target. */
export const namedIn = ({ sections, setting }: PlanContent): { causes: string[]; targetYears: number[] } => ({
  causes: listOf(sections.causes, "causes"),
  targetYears: setting.targetYears,
});

/** What all actions cost together, in pence. */
export const actionsCost = (actions: readonly { costPence: number }[]): number =>
  actions.reduce((sum, { costPence }) => sum + costPence, 0);

// Fields that are empty and fields that are missing say the same, and the order of ticks says nothing.
const plain = (content: SectionContent) =>
  Object.entries(content)
    .map(([field, held]): [string, string] => [field, Array.isArray(held) ? [...held].sort().join(" ") : held.trim()])
    .filter(([, held]) => held !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1));

const shown: Record<SectionKey, (content: PlanContent) => unknown> = {
  position: ({ sections }) => plain(sections.position),
  causes: ({ sections }) => plain(sections.causes),
  actions: ({ sections, actions }) => [plain(sections.actions), actions.map((action) => Object.entries(action).sort())],
  targets: ({ sections }) => plain(sections.targets),
  governance: ({ sections, headReplies }) => [
    plain(sections.governance),
    headReplies.map(({ schoolId, stance, comment }) => [schoolId, stance, comment]).sort(),
  ],
  // The total that the section shows comes from the actions.
  cost: ({ sections, actions }) => [plain(sections.cost), actionsCost(actions)],
  risks: ({ sections }) => plain(sections.risks),
};

/** Whether two texts of a section say the same. */
export const sameSectionContent = (a: SectionContent, b: SectionContent): boolean =>
  JSON.stringify(plain(a)) === JSON.stringify(plain(b));

/** The sections that say something else in the second than in the first. */
export const changedSections = (before: PlanContent, after: PlanContent): SectionKey[] =>
  sectionKeys.filter((key) => JSON.stringify(shown[key](before)) !== JSON.stringify(shown[key](after)));
