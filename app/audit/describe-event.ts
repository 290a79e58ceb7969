import { isSectionKey, planSections } from "~/plans/plan-sections";
import { formatDate } from "~/ui/format-date";
import type { CaseEventType, ChallengeGround, SectionKey } from "~workflows/school-plan/types";

/** A row of the log. `after` is the state it left; where it is missing, a day that began is told in general words. */
export type DescribedEvent = { type: string; payload: Record<string, unknown>; after?: Record<string, unknown> };

type Payload = Record<string, unknown>;
type Told = { payload: Payload; after: Record<string, unknown>; nameOf: (personId: string) => string | null };

const grounds: Record<ChallengeGround, string> = {
  figures: "the figures are wrong",
  wrongSchool: "the figures are those of another school",
  smallCohort: "too few pupils were counted",
  schoolType: "the school is not of a kind that the programme covers",
  closing: "the school is closing",
  rule: "the rule was not applied as it is written",
  other: "another ground",
};

const dayBegan: Record<string, string> = {
  notDue: "noted that the plan is due in more than 14 days",
  dueSoon: "noted that the plan is due in 14 days or fewer",
  overdue: "noted that the due date has passed",
};

const sectionList = new Intl.ListFormat("en-GB", { type: "conjunction" });
const title = (key: unknown) =>
  `“${isSectionKey(String(key)) ? planSections[String(key) as SectionKey].title : String(key)}”`;
const date = (value: unknown) => (typeof value === "string" ? formatDate(value) : "another date");

const sentences: Record<CaseEventType | "CASE_OPENED", (told: Told) => string> = {
  CASE_OPENED: () => "published the school’s flag",
  CHALLENGE_FLAG: ({ payload }) =>
    `challenged the flag: ${grounds[payload.ground as ChallengeGround] ?? grounds.other}`,
  START_PLAN: () => "started the plan",
  UPHOLD_FLAG: () => "upheld the flag",
  REMOVE_FLAG: () => "removed the flag",
  CLOSE_SCHOOL: () => "recorded that the school has closed",
  SUCCEED_SCHOOL: ({ payload }) => `moved the case to the successor school, URN ${String(payload.newUrn)}`,
  RECORD_RESULTS: ({ payload, after }) => {
    if (after.plan === "exited")
      return `recorded the results of ${String(payload.year)}: the school left the programme`;
    const met = payload.exitRuleMet === true ? "meet the exit rule" : "do not meet the exit rule";
    return `recorded the results of ${String(payload.year)}, which ${met}`;
  },
  SUBMIT_PLAN: () => "submitted the plan",
  WITHDRAW_SUBMISSION: () => "withdrew the submission",
  START_REVIEW: () => "started the review",
  RECORD_VERDICT: ({ payload }) =>
    payload.verdict === "accepted"
      ? `accepted the section ${title(payload.section)}`
      : `commented on the section ${title(payload.section)}`,
  RETURN_PLAN: () => "returned the plan",
  APPROVE_PLAN: ({ after }) =>
    after.plan === "awaitingSecondApproval"
      ? "gave the first approval; a second is needed from another reviewer"
      : "approved the plan",
  HAND_OVER_REVIEW: ({ payload, nameOf }) =>
    `handed the review over to ${nameOf(String(payload.toId)) ?? "another reviewer"}`,
  RELEASE_REVIEW: () => "released the review, so that another reviewer can start it",
  CONFIRM_APPROVAL: () => "gave the second approval: the plan is approved",
  REFUSE_APPROVAL: ({ payload }) => {
    const sections = Array.isArray(payload.sections) ? payload.sections.map(title) : [];
    return sections.length > 0
      ? `refused the second approval and reopened ${sectionList.format(sections)}`
      : "refused the second approval";
  },
  RECORD_PROGRESS: () => "recorded progress",
  REOPEN_PLAN: () => "reopened the plan for a new revision",
  REQUEST_EXTENSION: ({ payload }) => `asked for an extension to ${date(payload.requestedDueOn)}`,
  GRANT_EXTENSION: ({ payload }) => `granted an extension to ${date(payload.dueOn)}`,
  REFUSE_EXTENSION: () => "refused the extension: the due date stands",
  DEADLINE_SET: ({ payload }) => `changed the due date to ${date(payload.dueOn)}`,
  DAY_BEGAN: ({ after }) => dayBegan[String(after.deadline)] ?? "noted how the due date stands",
};

/**
 * What somebody did, as the rest of a sentence in the past tense that begins with who: "returned the plan". Dates that
 * moved are told beside it (moved-dates.ts). `nameOf` gives the names of people whom the event mentions.
 */
export function describeEvent(
  { type, payload, after = {} }: DescribedEvent,
  nameOf: Told["nameOf"] = () => null,
): string {
  return Object.hasOwn(sentences, type)
    ? sentences[type as keyof typeof sentences]({ payload, after, nameOf })
    : "recorded an event that this version does not know";
}
