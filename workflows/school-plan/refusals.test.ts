import { describe, expect, it } from "vitest";
import { decide, initialCase } from "./decide";
import { actorOf, after, caseIn, caseInput, DUE, eventOf, TODAY, verdictOnAll } from "./example-cases";
import type { CaseEvent, RefusalReason, StoredCase } from "./types";

const pending = (stored: StoredCase) => after(stored, eventOf("REQUEST_EXTENSION", "officer"));
const other = actorOf("reviewer", "reviewer-2");
const stranger = actorOf("reviewer", "reviewer-9");
const reopened = () => after(caseIn("approved"), eventOf("REOPEN_PLAN", "admin"));
const withOneVerdict = () => after(caseIn("inReview"), eventOf("RECORD_VERDICT", "reviewer"));
const accepted = () => after(caseIn("inReview"), ...verdictOnAll("accepted"));
const notGiven = { reasonGiven: false };

/** A case, an event that one guard alone refuses, and the reason that must be told. */
const refused: [string, () => StoredCase, CaseEvent, RefusalReason][] = [
  [
    "an incomplete draft",
    () => caseIn("drafting"),
    eventOf("SUBMIT_PLAN", "lead", { incompleteSections: ["cost"] }),
    "incompleteSections",
  ],
  [
    "a draft without the head's reply",
    () => caseIn("drafting"),
    eventOf("SUBMIT_PLAN", "lead", { headReply: "missing" }),
    "headReplyMissing",
  ],
  [
    "an incomplete resubmission",
    () => caseIn("returned"),
    eventOf("SUBMIT_PLAN", "lead", { incompleteSections: ["risks"] }),
    "incompleteSections",
  ],
  [
    "a comment without a reply",
    () => caseIn("returned"),
    eventOf("SUBMIT_PLAN", "lead", { commentsWithoutReply: ["causes"] }),
    "commentsWithoutReply",
  ],
  [
    "a review by someone not independent",
    () => caseIn("submitted"),
    eventOf("START_REVIEW", "reviewer", { independent: false }),
    "notIndependent",
  ],
  ["a verdict by another reviewer", () => caseIn("inReview"), eventOf("RECORD_VERDICT", other), "notTheReviewer"],
  [
    "a verdict after an interest was declared",
    () => caseIn("inReview"),
    eventOf("RECORD_VERDICT", "reviewer", { independent: false }),
    "notIndependent",
  ],
  [
    "a comment without words",
    () => caseIn("inReview"),
    eventOf("RECORD_VERDICT", "reviewer", { commentGiven: false }),
    "commentMissing",
  ],
  ["a return by another reviewer", withOneVerdict, eventOf("RETURN_PLAN", other), "notTheReviewer"],
  ["a return with everything accepted", accepted, eventOf("RETURN_PLAN", "reviewer"), "noComments"],
  [
    "a return with sections not looked at",
    withOneVerdict,
    eventOf("RETURN_PLAN", "reviewer"),
    "sectionsWithoutVerdict",
  ],
  [
    "a return due today",
    () => after(caseIn("inReview"), ...verdictOnAll("comment")),
    eventOf("RETURN_PLAN", "reviewer", { dueOn: TODAY }),
    "dateNotAfterToday",
  ],
  ["an approval by another reviewer", accepted, eventOf("APPROVE_PLAN", other), "notTheReviewer"],
  [
    "an approval with a comment open",
    () => after(accepted(), eventOf("RECORD_VERDICT", "reviewer")),
    eventOf("APPROVE_PLAN", "reviewer"),
    "sectionsNotAccepted",
  ],
  [
    "an approval after an interest was declared",
    accepted,
    eventOf("APPROVE_PLAN", "reviewer", { independent: false }),
    "notIndependent",
  ],
  ["a hand-over by another reviewer", () => caseIn("inReview"), eventOf("HAND_OVER_REVIEW", other), "notTheReviewer"],
  [
    "a hand-over to oneself",
    () => caseIn("inReview"),
    eventOf("HAND_OVER_REVIEW", "reviewer", { toId: "reviewer-1" }),
    "sameReviewer",
  ],
  [
    "a hand-over to someone not independent",
    () => caseIn("inReview"),
    eventOf("HAND_OVER_REVIEW", "admin", { toIndependent: false }),
    "notIndependent",
  ],
  ["a release by another reviewer", () => caseIn("inReview"), eventOf("RELEASE_REVIEW", other), "notTheReviewer"],
  [
    "a second approval by the first approver",
    () => caseIn("awaitingSecondApproval"),
    eventOf("CONFIRM_APPROVAL", "reviewer"),
    "gaveVerdict",
  ],
  [
    "a second approval by someone not independent",
    () => caseIn("awaitingSecondApproval"),
    eventOf("CONFIRM_APPROVAL", other, { independent: false }),
    "notIndependent",
  ],
  [
    "a refusal by the first approver",
    () => caseIn("awaitingSecondApproval"),
    eventOf("REFUSE_APPROVAL", "reviewer"),
    "gaveVerdict",
  ],
  [
    "a refusal without a reason",
    () => caseIn("awaitingSecondApproval"),
    eventOf("REFUSE_APPROVAL", other, notGiven),
    "reasonMissing",
  ],
  [
    "a refusal that reopens nothing",
    () => caseIn("awaitingSecondApproval"),
    eventOf("REFUSE_APPROVAL", other, { sections: [] }),
    "sectionsMissing",
  ],
  [
    "upholding without a reason",
    () => caseIn("challenged"),
    eventOf("UPHOLD_FLAG", "admin", notGiven),
    "reasonMissing",
  ],
  ["removing without a reason", () => caseIn("drafting"), eventOf("REMOVE_FLAG", "admin", notGiven), "reasonMissing"],
  ["closing without a reason", () => caseIn("drafting"), eventOf("CLOSE_SCHOOL", "admin", notGiven), "reasonMissing"],
  [
    "a school succeeding itself",
    () => caseIn("drafting"),
    eventOf("SUCCEED_SCHOOL", "admin", { newUrn: "900001" }),
    "sameSchool",
  ],
  ["reopening without a reason", () => caseIn("approved"), eventOf("REOPEN_PLAN", "admin", notGiven), "reasonMissing"],
  [
    "reopening for today",
    () => caseIn("approved"),
    eventOf("REOPEN_PLAN", "admin", { dueOn: TODAY }),
    "dateNotAfterToday",
  ],
  [
    "a second request for an extension",
    () => pending(caseIn("drafting")),
    eventOf("REQUEST_EXTENSION", "lead"),
    "extensionPending",
  ],
  [
    "a request without a reason",
    () => caseIn("drafting"),
    eventOf("REQUEST_EXTENSION", "lead", notGiven),
    "reasonMissing",
  ],
  [
    "a request for the due date itself",
    () => caseIn("drafting"),
    eventOf("REQUEST_EXTENSION", "lead", { requestedDueOn: DUE }),
    "dateNotAfterDueDate",
  ],
  [
    "a request for a day gone by",
    () => caseIn("drafting"),
    eventOf("REQUEST_EXTENSION", "lead", { requestedDueOn: "2027-03-01" }, "2027-03-01"),
    "dateNotAfterToday",
  ],
  [
    "granting what nobody asked for",
    () => caseIn("drafting"),
    eventOf("GRANT_EXTENSION", "admin"),
    "noExtensionPending",
  ],
  [
    "granting the due date itself",
    () => pending(caseIn("drafting")),
    eventOf("GRANT_EXTENSION", "admin", { dueOn: DUE }),
    "dateNotAfterDueDate",
  ],
  [
    "granting without a reason",
    () => pending(caseIn("drafting")),
    eventOf("GRANT_EXTENSION", "admin", notGiven),
    "reasonMissing",
  ],
  [
    "refusing what nobody asked for",
    () => caseIn("drafting"),
    eventOf("REFUSE_EXTENSION", "admin"),
    "noExtensionPending",
  ],
  [
    "refusing without a reason",
    () => pending(caseIn("drafting")),
    eventOf("REFUSE_EXTENSION", "admin", notGiven),
    "reasonMissing",
  ],
  [
    "a cohort's date without a reason",
    () => caseIn("drafting"),
    eventOf("DEADLINE_SET", "admin", notGiven),
    "reasonMissing",
  ],
  [
    "a cohort's date for a returned plan",
    () => caseIn("returned"),
    eventOf("DEADLINE_SET", "admin"),
    "notFirstSubmission",
  ],
  ["a cohort's date for a reopened plan", reopened, eventOf("DEADLINE_SET", "admin"), "notFirstSubmission"],
  ["a day begun by a person", () => caseIn("approved"), eventOf("DAY_BEGAN", "admin"), "notYourRole"],
];

describe("each guard refuses alone and says why", () => {
  it.each(refused)("%s", (_, stored, event, reason) => {
    expect(decide(stored(), event)).toEqual({ ok: false, reason });
  });

  it("a fact that is left out counts against the event", () => {
    const { independent: _, ...bare } = { independent: true, ...eventOf("START_REVIEW", "reviewer") };
    expect(decide(caseIn("submitted"), bare as CaseEvent)).toEqual({ ok: false, reason: "notIndependent" });
  });

  it("someone who took over and approved without a verdict of their own cannot confirm it", () => {
    const taken = after(
      caseIn("drafting"),
      eventOf("SUBMIT_PLAN", "lead", { proposesStructuralChange: true }),
      eventOf("START_REVIEW", "reviewer"),
      ...verdictOnAll("accepted"),
      eventOf("HAND_OVER_REVIEW", "reviewer", { toId: other.id }),
      eventOf("APPROVE_PLAN", other),
    );
    expect(decide(taken, eventOf("CONFIRM_APPROVAL", other))).toEqual({ ok: false, reason: "gaveVerdict" });
    expect(decide(taken, eventOf("CONFIRM_APPROVAL", "reviewer"))).toEqual({ ok: false, reason: "gaveVerdict" });
    expect(after(taken, eventOf("CONFIRM_APPROVAL", stranger)).state.plan).toBe("approved");
  });
});

describe("what XState would let through", () => {
  it("an ended case refuses events declared for every state", () => {
    for (const state of ["removed", "exited", "closed"] as const) {
      for (const type of ["REMOVE_FLAG", "CLOSE_SCHOOL", "SUCCEED_SCHOOL"] as const) {
        expect(decide(caseIn(state), eventOf(type, "admin"))).toEqual({ ok: false, reason: "finished" });
      }
      expect(decide(caseIn(state), eventOf("DAY_BEGAN", "system"))).toEqual({ ok: false, reason: "finished" });
    }
  });

  it.each(["PLAN_SUBMITTED", "PLAN_ENDED", "EXTENSION_GRANTED", "xstate.init", "*", "constructor"])(
    "%s from outside is refused",
    (type) => {
      const event = { type, actor: actorOf("system"), today: TODAY, dueOn: "2099-01-01" } as unknown as CaseEvent;
      expect(decide(caseIn("drafting"), event)).toEqual({ ok: false, reason: "wrongState" });
    },
  );

  it("a date that does not exist is thrown back", () => {
    expect(() => decide(caseIn("drafting"), eventOf("DEADLINE_SET", "admin", { dueOn: "2027-02-30" }))).toThrow(
      RangeError,
    );
    expect(() => decide(caseIn("drafting"), eventOf("DAY_BEGAN", "system", {}, "today"))).toThrow(RangeError);
    expect(() => initialCase({ ...caseInput, dueOn: "soon" })).toThrow(RangeError);
  });
});
