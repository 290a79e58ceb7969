import type { CaseState, PlanState, RefusalReason } from "./types";

const happened: Record<RefusalReason, string> = {
  finished: "Nothing was changed because this case has ended.",
  wrongState: "Nothing was changed because this cannot be done to the plan as it stands now.",
  notYourRole: "Nothing was changed because your role does not allow this.",
  notTheReviewer: "Nothing was changed because you are not this plan’s reviewer.",
  notIndependent:
    "Nothing was changed because a plan is only reviewed by someone who took no part in it, belongs to no council and has declared no interest in the school.",
  sameReviewer: "The review was not handed over because no other reviewer was chosen.",
  gaveVerdict:
    "The second decision was not recorded because you have already decided on this revision. It must come from another reviewer.",
  incompleteSections: "The plan was not submitted because some sections are not complete.",
  headReplyMissing:
    "The plan was not submitted because it has neither the headteacher’s reply nor an explanation of why there is none.",
  commentsWithoutReply: "The plan was not submitted because some of the reviewer’s comments have no reply.",
  commentMissing: "The section was not sent back because the comment is empty.",
  noComments: "The plan was not returned because every section is accepted.",
  sectionsWithoutVerdict: "The plan was not returned because some sections are neither accepted nor commented on.",
  sectionsNotAccepted: "The plan was not approved because some sections are not accepted.",
  sectionsMissing: "The approval was not refused because no section to look at again was named.",
  reasonMissing: "Nothing was changed because no reason was given.",
  dateNotAfterToday: "Nothing was changed because the new date must be after today.",
  dateNotAfterDueDate: "Nothing was changed because the new date must be after the present due date.",
  extensionPending: "The extension was not asked for because an earlier request has not been decided.",
  noExtensionPending: "Nothing was changed because no request for an extension is waiting for a decision.",
  notFirstSubmission: "The date was not changed because the cohort’s date is for first submissions only.",
  sameSchool: "Nothing was changed because the successor must be another school.",
};

const stands: Record<PlanState, string> = {
  identified: "The plan has not been started.",
  challenged: "The flag is being challenged.",
  drafting: "The plan is being drafted.",
  submitted: "The plan is submitted and waits for a reviewer.",
  inReview: "The plan is being reviewed.",
  awaitingSecondApproval: "The plan waits for a second approval.",
  returned: "The plan is returned to the council.",
  approved: "The plan is approved.",
  removed: "The flag has been removed.",
  exited: "The school has left the programme.",
  closed: "The school has closed.",
};

/** What happened to a refused event and what stands now, in two sentences for the person who sent it. */
export function refusalSentence(reason: RefusalReason, state: CaseState): string {
  return `${happened[reason]} ${stands[state.plan]}`;
}
