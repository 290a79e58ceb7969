/** Who may act; a lead counts as an officer wherever the table says officer. */
export const roles = ["officer", "lead", "headteacher", "reviewer", "adviser", "admin", "system"] as const;
export type Role = (typeof roles)[number];
export type Actor = { id: string; role: Role };

export const sectionKeys = ["position", "causes", "actions", "targets", "governance", "cost", "risks"] as const;
export type SectionKey = (typeof sectionKeys)[number];

export type PlanState =
  | "identified"
  | "challenged"
  | "drafting"
  | "submitted"
  | "inReview"
  | "awaitingSecondApproval"
  | "returned"
  | "approved"
  | "removed"
  | "exited"
  | "closed";
export type DeadlineState = "notDue" | "dueSoon" | "overdue" | "met" | "metLate" | "notRequired";

/** What a challenge can rest on. No guard reads it: another one is not a new version of the machine. */
export const groundKeys = ["figures", "wrongSchool", "smallCohort", "schoolType", "closing", "rule", "other"] as const;
export type ChallengeGround = (typeof groundKeys)[number];
export type SectionVerdict = { verdict: "accepted" | "comment"; byId: string };

/** Everything a case remembers, as JSON. Dates are ISO dates in Europe/London. Words people wrote never come in here. */
export type CaseContext = {
  caseId: string;
  schoolUrn: string | null;
  /** Council code and establishment number under which the school was identified; a successor does not change it. */
  laestab: string;
  dueOn: string;
  /** The due date of the first submission as the cohort set it, before any extension. */
  firstDueOn: string;
  /** What the due date is for: a cohort's new date reaches only those that still owe their first submission. */
  dueFor: "firstSubmission" | "resubmission" | "newRevision";
  /** The day by which the deadline's state was last chosen: a late job for an earlier day must not move it back. */
  deadlineAsOf: string;
  /** 1 until the first return or reopening; each resubmission and each reopening adds one. */
  revision: number;
  /** Submissions so far, those withdrawn included. */
  submissions: number;
  returnedCount: number;
  firstPunctuality: { state: "met" | "metLate"; submittedOn: string; dueOn: string } | null;
  reviewerId: string | null;
  verdicts: Partial<Record<SectionKey, SectionVerdict>>;
  /** Who recorded a verdict on this revision, and so cannot give the second approval. */
  verdictGivers: string[];
  /** Who gave the first approval, while a second is awaited. */
  firstApproverId: string | null;
  /** The submitted plan proposes a federation, trust, academy or closure. */
  proposesStructuralChange: boolean;
  challengedFrom: "identified" | "drafting" | null;
  /** The day the flag was last upheld: on it an extension may be granted that nobody asked for. */
  upheldOn: string | null;
  pendingExtension: { requestedDueOn: string; requestedOn: string; byId: string } | null;
  /** Results recorded while the case was elsewhere than approved: an admin decides what they mean. */
  needsAttention: { year: number; exitRuleMet: boolean } | null;
};

export type CaseState = { plan: PlanState; deadline: DeadlineState };
export type StoredCase = { state: CaseState; context: CaseContext };

type Command<Type extends string, Facts = unknown> = { type: Type; actor: Actor; today: string } & Facts;
/** Whether the person gave words; the words themselves live outside the log's hashed rows. */
type Reasoned = { reasonGiven: boolean };
/** The actor took no part in drafting, belongs to no council and has declared no interest in the school. */
type Independence = { independent: boolean };

/** What can be asked of a case, with every fact that its guards read, computed by the caller in the same transaction. */
export type CaseEvent =
  | Command<"CHALLENGE_FLAG", { ground: ChallengeGround }>
  | Command<"START_PLAN">
  | Command<"UPHOLD_FLAG", Reasoned>
  | Command<"REMOVE_FLAG", Reasoned>
  | Command<"CLOSE_SCHOOL", Reasoned>
  | Command<"SUCCEED_SCHOOL", { newUrn: string }>
  | Command<"RECORD_RESULTS", { year: number; exitRuleMet: boolean }>
  | Command<
      "SUBMIT_PLAN",
      {
        incompleteSections: SectionKey[];
        headReply: "given" | "explained" | "missing";
        /** Sections whose comment in the latest return has no reply; empty where there was no return. */
        commentsWithoutReply: SectionKey[];
        /** Sections whose text differs from the last submitted one. */
        changedSections: SectionKey[];
        proposesStructuralChange: boolean;
      }
    >
  | Command<"WITHDRAW_SUBMISSION">
  | Command<"START_REVIEW", Independence>
  | Command<
      "RECORD_VERDICT",
      Independence & { section: SectionKey; verdict: "accepted" | "comment"; commentGiven: boolean }
    >
  | Command<"RETURN_PLAN", Independence & { dueOn: string }>
  | Command<"APPROVE_PLAN", Independence>
  /** `toIndependent`: the other person is an active reviewer and independent of this plan. */
  | Command<"HAND_OVER_REVIEW", { toId: string; toIndependent: boolean }>
  | Command<"RELEASE_REVIEW">
  | Command<"CONFIRM_APPROVAL", Independence>
  | Command<"REFUSE_APPROVAL", Independence & Reasoned & { sections: SectionKey[] }>
  | Command<"RECORD_PROGRESS">
  | Command<"REOPEN_PLAN", Reasoned & { dueOn: string }>
  | Command<"REQUEST_EXTENSION", Reasoned & { requestedDueOn: string }>
  | Command<"GRANT_EXTENSION", Reasoned & { dueOn: string }>
  | Command<"REFUSE_EXTENSION", Reasoned>
  | Command<"DEADLINE_SET", Reasoned & { dueOn: string }>
  | Command<"DAY_BEGAN">;
export type CaseEventType = CaseEvent["type"];

export const caseEventTypes = [
  "CHALLENGE_FLAG",
  "START_PLAN",
  "UPHOLD_FLAG",
  "REMOVE_FLAG",
  "CLOSE_SCHOOL",
  "SUCCEED_SCHOOL",
  "RECORD_RESULTS",
  "SUBMIT_PLAN",
  "WITHDRAW_SUBMISSION",
  "START_REVIEW",
  "RECORD_VERDICT",
  "RETURN_PLAN",
  "APPROVE_PLAN",
  "HAND_OVER_REVIEW",
  "RELEASE_REVIEW",
  "CONFIRM_APPROVAL",
  "REFUSE_APPROVAL",
  "RECORD_PROGRESS",
  "REOPEN_PLAN",
  "REQUEST_EXTENSION",
  "GRANT_EXTENSION",
  "REFUSE_EXTENSION",
  "DEADLINE_SET",
  "DAY_BEGAN",
] as const satisfies readonly CaseEventType[];

/** What an accepted plan transition tells the deadline region; never accepted from outside. */
export type InternalEvent =
  | { type: "PLAN_SUBMITTED"; today: string }
  | { type: "PLAN_WITHDRAWN"; today: string }
  | { type: "PLAN_RETURNED"; today: string; dueOn: string }
  | { type: "PLAN_REOPENED"; today: string; dueOn: string }
  | { type: "EXTENSION_GRANTED"; today: string; dueOn: string }
  | { type: "PLAN_ENDED" };
export type MachineEvent = CaseEvent | InternalEvent;

/** Facts that follow from an accepted event, for the caller to act on; what the event itself carries is not repeated. */
export type Effect =
  | { type: "planStarted" }
  | { type: "flagChallenged" }
  | { type: "flagUpheld" }
  | { type: "flagRemoved" }
  | { type: "planSubmitted"; revision: number; submission: number; inTime: boolean }
  | { type: "submissionWithdrawn"; revision: number }
  | { type: "reviewStarted" }
  | { type: "verdictRecorded" }
  | { type: "reviewHandedOver"; fromId: string | null; toId: string | null }
  | { type: "reviewReleased" }
  | { type: "planReturned"; revision: number; dueOn: string }
  | { type: "approvalAwaited"; revision: number }
  | { type: "approvalRefused" }
  | { type: "planApproved"; revision: number }
  | { type: "progressRecorded" }
  | { type: "planReopened"; revision: number; dueOn: string }
  | { type: "extensionRequested"; requestedDueOn: string | null }
  | { type: "extensionGranted"; dueOn: string }
  | { type: "extensionRefused" }
  | { type: "extensionLapsed"; requestedDueOn: string | null }
  | { type: "deadlineMoved"; from: string; to: string }
  | { type: "resultsRecorded" }
  | { type: "attentionNeeded" }
  | { type: "schoolSucceeded"; from: string | null; to: string | null }
  | { type: "schoolExited" }
  | { type: "schoolClosed" };
export type EffectType = Effect["type"];

export type RefusalReason =
  | "finished"
  | "wrongState"
  | "notYourRole"
  | "notTheReviewer"
  | "notIndependent"
  | "sameReviewer"
  | "gaveVerdict"
  | "incompleteSections"
  | "headReplyMissing"
  | "commentsWithoutReply"
  | "commentMissing"
  | "noComments"
  | "sectionsWithoutVerdict"
  | "sectionsNotAccepted"
  | "sectionsMissing"
  | "reasonMissing"
  | "dateNotAfterToday"
  | "dateNotAfterDueDate"
  | "extensionPending"
  | "noExtensionPending"
  | "notFirstSubmission"
  | "sameSchool";
