import type { Check } from "../checks";
import { deadlineStateOn } from "../dates";
import { sectionKeys } from "./types";
import type { CaseContext, MachineEvent, RefusalReason, Role, SectionKey } from "./types";

type PlanCheck = Check<CaseContext, MachineEvent, RefusalReason>;

// A fact that an event lacks counts as "no", so a caller that leaves one out is refused rather than let through.
const when = (words: string, refusal: RefusalReason | null, passes: PlanCheck["passes"]): PlanCheck => ({
  asks: "when",
  words,
  refusal,
  passes,
});

const who = (words: string, ...allowed: Role[]): PlanCheck => ({
  asks: "who",
  words,
  refusal: "notYourRole",
  passes: (_, event) => "actor" in event && allowed.includes(event.actor.role),
});

const isReviewerOf = (context: CaseContext, event: MachineEvent) =>
  "actor" in event && event.actor.role === "reviewer" && event.actor.id === context.reviewerId;

const isAccepted = (context: CaseContext, section: SectionKey) => context.verdicts[section]?.verdict === "accepted";

const dateGives = (state: ReturnType<typeof deadlineStateOn>) => (context: CaseContext, event: MachineEvent) =>
  "today" in event && deadlineStateOn("dueOn" in event ? event.dueOn : context.dueOn, event.today) === state;

/** Every question the machine asks. Each is asked in one place, by name, so that buttons, refusals and tables agree. */
export const checks = {
  isOfficer: who("officer or lead", "officer", "lead"),
  isLead: who("lead", "lead"),
  isReviewer: who("reviewer", "reviewer"),
  isReviewerOrAdmin: who("reviewer or admin", "reviewer", "admin"),
  isAdmin: who("admin", "admin"),
  isSystem: who("the system", "system"),

  isPlansReviewer: when("is the plan's reviewer", "notTheReviewer", isReviewerOf),
  isPlansReviewerOrAdmin: when(
    "is the plan's reviewer, or an admin",
    "notTheReviewer",
    (context, event) => isReviewerOf(context, event) || ("actor" in event && event.actor.role === "admin"),
  ),
  isIndependent: when(
    "is independent",
    "notIndependent",
    (_, event) => "independent" in event && event.independent === true,
  ),
  isHandedToIndependent: when(
    "the other reviewer is independent",
    "notIndependent",
    (_, event) => "toIndependent" in event && event.toIndependent === true,
  ),
  isHandedToAnother: when(
    "handed to someone else",
    "sameReviewer",
    (context, event) => "toId" in event && event.toId !== "" && event.toId !== context.reviewerId,
  ),
  // Whoever gave the first approval is barred too: after a hand-over they may have recorded no verdict themselves.
  isSecondPerson: when(
    "recorded no verdict on this revision and did not give the first approval",
    "gaveVerdict",
    (context, event) =>
      "actor" in event && !context.verdictGivers.includes(event.actor.id) && event.actor.id !== context.firstApproverId,
  ),

  isComplete: when(
    "every section is complete",
    "incompleteSections",
    (_, event) => "incompleteSections" in event && event.incompleteSections.length === 0,
  ),
  hasHeadReply: when(
    "the head's reply is present, or its absence explained",
    "headReplyMissing",
    (_, event) => "headReply" in event && (event.headReply === "given" || event.headReply === "explained"),
  ),
  hasReplyToEachComment: when(
    "each comment has a reply",
    "commentsWithoutReply",
    (_, event) => "commentsWithoutReply" in event && event.commentsWithoutReply.length === 0,
  ),
  isCommentGiven: when(
    "a comment carries its words",
    "commentMissing",
    (_, event) => "verdict" in event && (event.verdict === "accepted" || event.commentGiven === true),
  ),
  isSomethingNotAccepted: when("at least one section is not accepted", "noComments", (context) =>
    sectionKeys.some((section) => !isAccepted(context, section)),
  ),
  isCommentOnEachNotAccepted: when("each of those has a comment", "sectionsWithoutVerdict", (context) =>
    sectionKeys.every((section) => context.verdicts[section] !== undefined),
  ),
  isEverySectionAccepted: when("all sections are accepted", "sectionsNotAccepted", (context) =>
    sectionKeys.every((section) => isAccepted(context, section)),
  ),
  isSectionNamed: when(
    "at least one section is reopened",
    "sectionsMissing",
    (_, event) => "sections" in event && event.sections.length > 0,
  ),
  proposesNoStructuralChange: when(
    "no federation, trust, academy or closure is proposed",
    null,
    (context) => !context.proposesStructuralChange,
  ),

  isReasonGiven: when(
    "a reason is given",
    "reasonMissing",
    (_, event) => "reasonGiven" in event && event.reasonGiven === true,
  ),
  isDateAfterToday: when(
    "the new date is after today",
    "dateNotAfterToday",
    (_, event) =>
      ("dueOn" in event && "today" in event && event.dueOn > event.today) ||
      ("requestedDueOn" in event && event.requestedDueOn > event.today),
  ),
  isDateAfterDueDate: when(
    "the new date is after the due date",
    "dateNotAfterDueDate",
    (context, event) =>
      ("dueOn" in event && event.dueOn > context.dueOn) ||
      ("requestedDueOn" in event && event.requestedDueOn > context.dueOn),
  ),
  isNoExtensionPending: when(
    "no extension is pending",
    "extensionPending",
    (context) => context.pendingExtension === null,
  ),
  isExtensionPending: when(
    "an extension is pending",
    "noExtensionPending",
    (context) => context.pendingExtension !== null,
  ),
  isExtensionPendingOrFlagUpheldToday: when(
    "an extension is pending, or the flag was upheld today",
    "noExtensionPending",
    (context, event) => context.pendingExtension !== null || ("today" in event && context.upheldOn === event.today),
  ),

  wasChallengedWhenIdentified: when(
    "challenged before a plan was started",
    null,
    (context) => context.challengedFrom === "identified",
  ),
  isExitRuleMet: when("the exit rule is met", null, (_, event) => "exitRuleMet" in event && event.exitRuleMet === true),
  isAnotherSchool: when(
    "the successor is another school",
    "sameSchool",
    (context, event) => "newUrn" in event && event.newUrn !== "" && event.newUrn !== context.schoolUrn,
  ),

  isFirstSubmissionOwed: when(
    "the first submission is owed",
    "notFirstSubmission",
    (context) => context.dueFor === "firstSubmission",
  ),
  isNotAnEarlierDay: when(
    "not an earlier day than the last",
    null,
    (context, event) => "today" in event && event.today >= context.deadlineAsOf,
  ),
  isInTime: when(
    "on or before the due date",
    null,
    (context, event) => "today" in event && event.today <= context.dueOn,
  ),
  isNotDue: when("more than 14 days are left", null, dateGives("notDue")),
  isDueSoon: when("14 days or fewer are left", null, dateGives("dueSoon")),
  isOverdue: when("the due date is past", null, dateGives("overdue")),
} satisfies Record<string, PlanCheck>;

export type CheckName = keyof typeof checks;

/** The one guard of the machine: every question listed must be answered with yes. */
export const meets = ({ context, event }: { context: CaseContext; event: MachineEvent }, names: readonly CheckName[]) =>
  names.every((name) => checks[name].passes(context, event));
