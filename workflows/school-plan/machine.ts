import { setup } from "xstate";
import { changes, tells } from "./actions";
import { facts } from "./effects";
import { meets } from "./guards";
import type { CheckName } from "./guards";
import type { CaseContext, MachineEvent } from "./types";

/** Recorded with every event: a history written by this version must replay to the same state for ever. */
export const machineVersion = 1;

export type CaseInput = { caseId: string; schoolUrn: string | null; laestab: string; dueOn: string; today: string };

const when = <const Names extends readonly CheckName[]>(...names: Names) => ({ type: "meets" as const, params: names });

/** The deadline's state by today's date and the due date that the event sets or, where it sets none, the case has. */
const byDate = <const Names extends readonly CheckName[], const Actions extends readonly string[]>(
  conditions: Names,
  actions: Actions,
) => [
  { target: "overdue" as const, guard: when(...conditions, "isOverdue"), actions },
  { target: "dueSoon" as const, guard: when(...conditions, "isDueSoon"), actions },
  { target: "notDue" as const, guard: when(...conditions), actions },
];

const dayBegan = {
  toOverdue: { target: "overdue", guard: when("isSystem", "isNotAnEarlierDay", "isOverdue"), actions: "noteDay" },
  toDueSoon: { target: "dueSoon", guard: when("isSystem", "isNotAnEarlierDay", "isDueSoon"), actions: "noteDay" },
  toNotDue: { target: "notDue", guard: when("isSystem", "isNotAnEarlierDay", "isNotDue"), actions: "noteDay" },
} as const;

const owed = {
  DEADLINE_SET: byDate(
    ["isAdmin", "isFirstSubmissionOwed", "isReasonGiven"],
    ["setFirstDate", "noteDay", "deadlineMoved"],
  ),
  EXTENSION_GRANTED: byDate([], ["setDate", "noteDay", "deadlineMoved"]),
  PLAN_SUBMITTED: [
    { target: "met", guard: when("isInTime"), actions: "notePunctuality" },
    { target: "metLate", actions: "notePunctuality" },
  ],
} as const;

const answered = {
  PLAN_WITHDRAWN: byDate([], ["noteDay"]),
  PLAN_RETURNED: byDate([], ["setDateOfReturn", "noteDay", "deadlineMoved"]),
  PLAN_REOPENED: byDate([], ["setDateOfReopening", "noteDay", "deadlineMoved"]),
} as const;

/** Only where a plan is owed is there a date to extend; elsewhere the deadline region would not hear of it. */
const extension = {
  REQUEST_EXTENSION: {
    guard: when("isOfficer", "isNoExtensionPending", "isReasonGiven", "isDateAfterToday", "isDateAfterDueDate"),
    actions: ["noteRequest", "extensionRequested"],
  },
  GRANT_EXTENSION: {
    guard: when("isAdmin", "isExtensionPendingOrFlagUpheldToday", "isReasonGiven", "isDateAfterDueDate"),
    actions: ["forgetRequest", "extensionGranted", "tellExtended"],
  },
  REFUSE_EXTENSION: {
    guard: when("isAdmin", "isExtensionPending", "isReasonGiven"),
    actions: ["forgetRequest", "extensionRefused"],
  },
} as const;

/**
 * One school's plan in one programme: the plan, and beside it what is owed and whether it came in time. The deadline
 * hears only what an accepted plan transition raises, so a refused command leaves both regions as they were.
 */
export const schoolPlanMachine = setup({
  types: { context: {} as CaseContext, events: {} as MachineEvent, input: {} as CaseInput },
  guards: { meets: (args, names: readonly CheckName[]) => meets(args, names) },
  actions: { ...changes, ...tells, ...facts },
}).createMachine({
  id: "schoolPlan",
  type: "parallel",
  context: ({ input }) => ({
    caseId: input.caseId,
    schoolUrn: input.schoolUrn,
    laestab: input.laestab,
    dueOn: input.dueOn,
    firstDueOn: input.dueOn,
    dueFor: "firstSubmission",
    deadlineAsOf: input.today,
    revision: 1,
    submissions: 0,
    returnedCount: 0,
    firstPunctuality: null,
    reviewerId: null,
    verdicts: {},
    verdictGivers: [],
    firstApproverId: null,
    proposesStructuralChange: false,
    challengedFrom: null,
    upheldOn: null,
    pendingExtension: null,
    needsAttention: null,
  }),
  states: {
    plan: {
      initial: "identified",
      // XState would still take these in a final state of the region, so `decide` asks for the status first.
      on: {
        REMOVE_FLAG: {
          target: ".removed",
          guard: when("isAdmin", "isReasonGiven"),
          actions: ["forgetRequest", "extensionLapsed", "flagRemoved", "tellEnded"],
        },
        CLOSE_SCHOOL: {
          target: ".closed",
          guard: when("isAdmin", "isReasonGiven"),
          actions: ["forgetRequest", "extensionLapsed", "schoolClosed", "tellEnded"],
        },
        // A transition that stays needs an action: without one `can` says no.
        SUCCEED_SCHOOL: { guard: when("isAdmin", "isAnotherSchool"), actions: ["noteSuccessor", "schoolSucceeded"] },
        RECORD_RESULTS: { guard: when("isSystem"), actions: ["noteAttention", "resultsRecorded", "attentionNeeded"] },
      },
      states: {
        identified: {
          on: {
            ...extension,
            CHALLENGE_FLAG: {
              target: "challenged",
              guard: when("isOfficer"),
              actions: ["noteChallengeWhenIdentified", "flagChallenged"],
            },
            START_PLAN: { target: "drafting", guard: when("isOfficer"), actions: "planStarted" },
          },
        },
        challenged: {
          on: {
            ...extension,
            // The stored state has no history value to resolve, so where the challenge was made is in the context.
            UPHOLD_FLAG: [
              {
                target: "identified",
                guard: when("isAdmin", "isReasonGiven", "wasChallengedWhenIdentified"),
                actions: ["noteUpheld", "flagUpheld"],
              },
              { target: "drafting", guard: when("isAdmin", "isReasonGiven"), actions: ["noteUpheld", "flagUpheld"] },
            ],
          },
        },
        drafting: {
          on: {
            ...extension,
            SUBMIT_PLAN: {
              target: "submitted",
              guard: when("isLead", "isComplete", "hasHeadReply"),
              actions: ["noteSubmission", "forgetRequest", "extensionLapsed", "planSubmitted", "tellSubmitted"],
            },
            CHALLENGE_FLAG: {
              target: "challenged",
              guard: when("isOfficer"),
              actions: ["noteChallengeWhenDrafting", "flagChallenged"],
            },
          },
        },
        submitted: {
          on: {
            WITHDRAW_SUBMISSION: {
              target: "drafting",
              guard: when("isLead"),
              actions: ["submissionWithdrawn", "tellWithdrawn"],
            },
            START_REVIEW: {
              target: "inReview",
              guard: when("isReviewer", "isIndependent"),
              actions: ["noteReviewer", "reviewStarted"],
            },
          },
        },
        inReview: {
          on: {
            RECORD_VERDICT: {
              guard: when("isReviewer", "isPlansReviewer", "isIndependent", "isCommentGiven"),
              actions: ["noteVerdict", "verdictRecorded"],
            },
            RETURN_PLAN: {
              target: "returned",
              guard: when(
                "isReviewer",
                "isPlansReviewer",
                "isIndependent",
                "isSomethingNotAccepted",
                "isCommentOnEachNotAccepted",
                "isDateAfterToday",
              ),
              actions: ["noteReturn", "planReturned", "tellReturned"],
            },
            APPROVE_PLAN: [
              {
                target: "approved",
                guard: when(
                  "isReviewer",
                  "isPlansReviewer",
                  "isIndependent",
                  "isEverySectionAccepted",
                  "proposesNoStructuralChange",
                ),
                actions: "planApproved",
              },
              {
                target: "awaitingSecondApproval",
                guard: when("isReviewer", "isPlansReviewer", "isIndependent", "isEverySectionAccepted"),
                actions: ["noteFirstApprover", "approvalAwaited"],
              },
            ],
            HAND_OVER_REVIEW: {
              guard: when("isReviewerOrAdmin", "isPlansReviewerOrAdmin", "isHandedToAnother", "isHandedToIndependent"),
              actions: ["noteOtherReviewer", "reviewHandedOver"],
            },
            RELEASE_REVIEW: {
              target: "submitted",
              guard: when("isReviewerOrAdmin", "isPlansReviewerOrAdmin"),
              actions: ["forgetReviewer", "reviewReleased"],
            },
          },
        },
        awaitingSecondApproval: {
          on: {
            CONFIRM_APPROVAL: {
              target: "approved",
              guard: when("isReviewer", "isIndependent", "isSecondPerson"),
              actions: ["forgetFirstApprover", "planApproved"],
            },
            REFUSE_APPROVAL: {
              target: "inReview",
              guard: when("isReviewer", "isIndependent", "isSecondPerson", "isReasonGiven", "isSectionNamed"),
              actions: ["reopenSections", "forgetFirstApprover", "approvalRefused"],
            },
          },
        },
        returned: {
          on: {
            ...extension,
            SUBMIT_PLAN: {
              target: "submitted",
              guard: when("isLead", "isComplete", "hasReplyToEachComment"),
              actions: [
                "noteSubmission",
                "noteNewRevision",
                "forgetRequest",
                "extensionLapsed",
                "planSubmitted",
                "tellSubmitted",
              ],
            },
          },
        },
        approved: {
          on: {
            RECORD_PROGRESS: { guard: when("isOfficer"), actions: "progressRecorded" },
            REOPEN_PLAN: {
              target: "drafting",
              guard: when("isAdmin", "isReasonGiven", "isDateAfterToday"),
              actions: ["noteNewRevision", "forgetReviewer", "planReopened", "tellReopened"],
            },
            RECORD_RESULTS: [
              {
                target: "exited",
                guard: when("isSystem", "isExitRuleMet"),
                actions: ["forgetAttention", "resultsRecorded", "schoolExited", "tellEnded"],
              },
              { guard: when("isSystem"), actions: ["forgetAttention", "resultsRecorded"] },
            ],
          },
        },
        removed: { type: "final" },
        exited: { type: "final" },
        closed: { type: "final" },
      },
    },
    deadline: {
      initial: "notDue",
      on: { PLAN_ENDED: ".notRequired" },
      states: {
        notDue: { on: { ...owed, DAY_BEGAN: [dayBegan.toOverdue, dayBegan.toDueSoon] } },
        dueSoon: { on: { ...owed, DAY_BEGAN: [dayBegan.toOverdue, dayBegan.toNotDue] } },
        overdue: { on: { ...owed, DAY_BEGAN: [dayBegan.toDueSoon, dayBegan.toNotDue] } },
        met: { on: answered },
        metLate: { on: answered },
        notRequired: { type: "final" },
      },
    },
  },
});
