import type { CaseEventType } from "~workflows/school-plan/types";

export type EventLink = { event: CaseEventType; text: string; href: string; post?: boolean };

type LinkOf = { id: string; planId: string | null };
type Place = { text: string; of: "case" | "plan"; at: string; post?: boolean };

/** The page of each event that a person can ask for, in the words of its button, in the order in which pages list them. */
const places: Partial<Record<CaseEventType, Place>> = {
  START_PLAN: { text: "Start plan", of: "case", at: "start", post: true },
  SUBMIT_PLAN: { text: "Check and submit plan", of: "plan", at: "check" },
  START_REVIEW: { text: "Start review", of: "plan", at: "start-review", post: true },
  RECORD_VERDICT: { text: "Continue the review", of: "plan", at: "review" },
  RETURN_PLAN: { text: "Return plan", of: "plan", at: "return" },
  APPROVE_PLAN: { text: "Approve plan", of: "plan", at: "approve" },
  CONFIRM_APPROVAL: { text: "Confirm approval", of: "plan", at: "confirm-approval" },
  REFUSE_APPROVAL: { text: "Refuse approval", of: "plan", at: "refuse-approval" },
  RECORD_PROGRESS: { text: "Record progress", of: "case", at: "progress" },
  UPHOLD_FLAG: { text: "Uphold flag", of: "case", at: "uphold" },
  GRANT_EXTENSION: { text: "Grant extension", of: "case", at: "extension/grant" },
  REFUSE_EXTENSION: { text: "Refuse extension", of: "case", at: "extension/refuse" },
  REQUEST_EXTENSION: { text: "Ask for an extension", of: "case", at: "extension" },
  CHALLENGE_FLAG: { text: "Challenge the flag", of: "case", at: "challenge" },
  WITHDRAW_SUBMISSION: { text: "Withdraw submission", of: "plan", at: "withdraw" },
  HAND_OVER_REVIEW: { text: "Hand over review", of: "plan", at: "hand-over" },
  RELEASE_REVIEW: { text: "Release review", of: "plan", at: "release" },
  REOPEN_PLAN: { text: "Reopen plan", of: "case", at: "reopen" },
  REMOVE_FLAG: { text: "Remove flag", of: "case", at: "remove-flag" },
  SUCCEED_SCHOOL: { text: "Record a successor school", of: "case", at: "succeed" },
  CLOSE_SCHOOL: { text: "Record that the school closed", of: "case", at: "close" },
};

/** The pages of the events that somebody could ask of a case now. */
export const eventLinks = (of: LinkOf, available: readonly CaseEventType[]): EventLink[] =>
  (Object.entries(places) as [CaseEventType, Place][]).flatMap(([event, place]) => {
    const base = place.of === "case" ? `/cases/${of.id}` : of.planId && `/plans/${of.planId}`;
    if (!base || !available.includes(event)) return [];
    return [{ event, text: place.text, href: `${base}/${place.at}`, post: place.post }];
  });
