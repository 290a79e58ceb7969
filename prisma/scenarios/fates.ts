import type { PersonActor } from "~/platform/actor";
import type { SectionKey } from "~workflows/school-plan/types";
import type { Diary } from "./diary";
import * as disputes from "./disputes";
import { attachedToProgress } from "./evidence";
import type { CouncilPeople } from "./people";
import * as plans from "./plans";
import type { FlaggedCase } from "./programmes";
import * as reviews from "./reviews";

/** One case with its people, and the diary in which what becomes of it is noted. */
export type Told = {
  diary: Diary;
  flagged: FlaggedCase;
  people: CouncilPeople & { reviewer: PersonActor; second: PersonActor; admin: PersonActor };
  /** The clock time at which this case's events happen, so that they are not all at one minute. */
  time: string;
};

type Draft = { federation?: boolean; sections?: readonly SectionKey[]; unfinished?: SectionKey };

/** The life of one case, day by day; dates are "2027-01-12". */
export function tell({ diary, flagged, people, time }: Told) {
  const { caseId } = flagged;
  const { lead, officer, reviewer, second, admin } = people;
  // The councils that somebody can sign in for have files; all of them would make a start seconds longer.
  const withFiles = ["001", "002", "003"].includes(flagged.councilCode);
  let planId = "";
  const note = (date: string, work: (now: Date) => Promise<unknown>) => diary.note(date, time, caseId, work);
  return {
    opensLetter: (date: string) => note(date, (now) => disputes.openedLetter({ caseId, lead, now })),
    tellsHead: (date: string) => note(date, (now) => disputes.toldHead({ caseId, lead, now })),
    starts: (date: string) => note(date, async (now) => (planId = await plans.startedPlan({ caseId, officer, now }))),
    drafts: (date: string, draft: Draft = {}) =>
      note(date, (now) => plans.completeDraft({ planId, officer, now, evidence: withFiles, ...draft })),
    keepsWords: (date: string) => note(date, (now) => plans.keptWords({ planId, officer, now })),
    leavesEmptyWords: (date: string) => note(date, (now) => plans.emptyWords({ planId, officer, now })),
    asksHead: (date: string, replyByOn: string) =>
      note(date, () => plans.replyAskedFor({ planId, officer, replyByOn })),
    submits: (date: string) => note(date, (now) => plans.submittedPlan({ planId, lead, now })),
    withdraws: (date: string) => note(date, (now) => plans.withdrawnSubmission({ planId, lead, now })),
    resubmits: (date: string) => note(date, (now) => plans.resubmittedPlan({ planId, lead, now })),
    answers: (date: string) => note(date, (now) => plans.answeredComments({ planId, lead, now })),
    isTaken: (date: string) => note(date, (now) => reviews.planInReview({ planId, reviewer, now })),
    isRead: (date: string, sections: readonly SectionKey[], comments = reviews.usualComments) =>
      note(date, (now) => reviews.decidedSections({ planId, reviewer, now, sections, comments })),
    isHandedOver: (date: string) =>
      note(date, (now) => reviews.handedOverReview({ planId, reviewer, to: second, now })),
    isReturned: (date: string, dueOn: string, comments?: reviews.Comments) =>
      note(date, (now) => reviews.returnedPlan({ planId, reviewer, now, dueOn, ...(comments && { comments }) })),
    isApproved: (date: string) => note(date, (now) => reviews.approvedPlan({ planId, reviewer, now })),
    isConfirmed: (date: string) => note(date, (now) => reviews.confirmedApproval({ planId, reviewer: second, now })),
    isReopened: (date: string, dueOn: string, reason: string) =>
      note(date, (now) => plans.reopenedPlan({ caseId, admin, dueOn, reason, now })),
    progresses: (date: string, status: "onTrack" | "atRisk" | "done", words: string) =>
      note(date, async (now) => {
        await plans.recordedProgress({ caseId, officer, status, note: words, now });
        if (withFiles) await attachedToProgress({ caseId, officer, now });
      }),
    challenges: (date: string) => note(date, (now) => disputes.challengedFlag({ caseId, officer, now })),
    isUpheld: (date: string, dueOn?: string) => note(date, (now) => disputes.upheldFlag({ caseId, admin, now, dueOn })),
    isRemoved: (date: string) => note(date, (now) => disputes.removedFlag({ caseId, admin, now })),
    closes: (date: string) => note(date, (now) => disputes.closedSchool({ caseId, admin, now })),
    isSucceeded: (date: string, urn: string) =>
      note(date, (now) => disputes.succeededSchool({ caseId, admin, urn, now })),
    asksForTime: (date: string, dueOn: string) =>
      note(date, (now) => disputes.extensionAsked({ caseId, officer, dueOn, now })),
    getsTime: (date: string, dueOn: string) =>
      note(date, (now) => disputes.extensionGranted({ caseId, admin, dueOn, now })),
    getsNoTime: (date: string) => note(date, (now) => disputes.extensionRefused({ caseId, admin, now })),
  };
}

export type Life = ReturnType<typeof tell>;
