import { formatDate } from "~/ui/format-date";

export type DescribedEvent = { type: string; payload: Record<string, unknown> };

const date = (value: unknown) => (typeof value === "string" ? formatDate(value) : "");

const sentences: Record<string, (payload: Record<string, unknown>) => string> = {
  CASE_OPENED: (payload) => `identified the school; plan due ${date(payload.dueOn)}`,
  CHALLENGE_FLAG: () => "challenged the flag",
  START_PLAN: () => "started the plan",
  UPHOLD_FLAG: () => "upheld the flag",
  REMOVE_FLAG: () => "removed the flag",
  CLOSE_SCHOOL: () => "recorded that the school closed",
  SUCCEED_SCHOOL: (payload) => `moved the case to the successor school, URN ${String(payload.newUrn)}`,
  RECORD_RESULTS: (payload) => `recorded results of ${String(payload.year)}`,
  SUBMIT_PLAN: () => "submitted the plan",
  WITHDRAW_SUBMISSION: () => "withdrew the submission",
  START_REVIEW: () => "started the review",
  RECORD_VERDICT: (payload) =>
    `recorded a verdict: ${payload.verdict === "accepted" ? "section accepted" : "comment made"}`,
  RETURN_PLAN: (payload) => `returned the plan; due again ${date(payload.dueOn)}`,
  APPROVE_PLAN: () => "approved the plan",
  HAND_OVER_REVIEW: () => "handed the review over",
  RELEASE_REVIEW: () => "released the review",
  CONFIRM_APPROVAL: () => "confirmed the approval",
  REFUSE_APPROVAL: () => "refused the second approval",
  RECORD_PROGRESS: () => "recorded progress",
  REOPEN_PLAN: (payload) => `reopened the plan; due ${date(payload.dueOn)}`,
  REQUEST_EXTENSION: (payload) => `asked for an extension to ${date(payload.requestedDueOn)}`,
  GRANT_EXTENSION: (payload) => `granted an extension to ${date(payload.dueOn)}`,
  REFUSE_EXTENSION: () => "refused the extension",
  DEADLINE_SET: (payload) => `set the due date to ${date(payload.dueOn)}`,
  DAY_BEGAN: () => "moved the deadline’s state to the day",
};

/** What somebody did, as the rest of a sentence that begins with who: "returned the plan; due again 9 April 2027". */
export const describeEvent = ({ type, payload }: DescribedEvent): string => sentences[type]?.(payload) ?? type;
