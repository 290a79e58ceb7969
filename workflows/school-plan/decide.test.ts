import { describe, expect, it } from "vitest";
import { decide, initialCase } from "./decide";
import { actorOf, after, caseIn, caseInput, DUE, eventOf, verdictOnAll } from "./example-cases";
import { sectionKeys } from "./types";
import type { CaseEvent, StoredCase } from "./types";

const effects = (stored: StoredCase, event: CaseEvent) => {
  const decision = decide(stored, event);
  return decision.ok ? decision.effects : decision.reason;
};
const day = (today: string) => eventOf("DAY_BEGAN", "system", {}, today);
const submitOn = (today: string, facts = {}) => eventOf("SUBMIT_PLAN", "lead", facts, today);

describe("a new case", () => {
  it.each([
    ["2026-12-01", "notDue"],
    ["2027-02-11", "notDue"],
    ["2027-02-12", "dueSoon"],
    ["2027-02-26", "dueSoon"],
    ["2027-02-27", "overdue"],
  ])("opened on %s is %s", (today, deadline) => {
    expect(initialCase({ ...caseInput, today }).state).toEqual({ plan: "identified", deadline });
  });
});

describe("verdicts and revisions", () => {
  it("an acceptance stands unless its section changed; comments are cleared for the new review", () => {
    const returned = after(
      caseIn("inReview"),
      ...verdictOnAll("accepted"),
      eventOf("RECORD_VERDICT", "reviewer", { section: "causes" }),
      eventOf("RETURN_PLAN", "reviewer"),
    );
    const again = after(returned, submitOn("2026-12-20", { changedSections: ["causes", "cost"] }));
    expect(Object.keys(again.context.verdicts).sort()).toEqual(
      sectionKeys.filter((key) => key !== "causes" && key !== "cost").sort(),
    );
    expect(again.context).toMatchObject({
      revision: 2,
      submissions: 2,
      returnedCount: 1,
      verdictGivers: [],
      reviewerId: null,
    });
  });

  it("whoever recorded no verdict on the new revision may give its second approval", () => {
    const second = actorOf("reviewer", "reviewer-2");
    const awaiting = after(
      caseIn("returned"),
      submitOn("2026-12-20", { proposesStructuralChange: true, changedSections: ["causes"] }),
      eventOf("START_REVIEW", second),
      ...verdictOnAll("accepted", second),
      eventOf("APPROVE_PLAN", second),
    );
    expect(after(awaiting, eventOf("CONFIRM_APPROVAL", "reviewer")).state.plan).toBe("approved");
  });

  it("a refused second approval reopens the sections it names, for the same reviewer", () => {
    const refused = after(
      caseIn("awaitingSecondApproval"),
      eventOf("REFUSE_APPROVAL", actorOf("reviewer", "reviewer-2")),
    );
    expect(refused.context.reviewerId).toBe("reviewer-1");
    expect(refused.context.verdicts.cost).toBeUndefined();
    expect(refused.context.verdicts.risks).toEqual({ verdict: "accepted", byId: "reviewer-1" });
    expect(effects(refused, eventOf("APPROVE_PLAN", "reviewer"))).toBe("sectionsNotAccepted");
  });

  it("withdrawing and submitting again is the same revision; reopening begins another", () => {
    const again = after(caseIn("submitted"), eventOf("WITHDRAW_SUBMISSION", "lead"), submitOn("2026-12-02"));
    expect(again.context).toMatchObject({ revision: 1, submissions: 2 });
    const reopened = after(caseIn("approved"), eventOf("REOPEN_PLAN", "admin"));
    expect(reopened.context).toMatchObject({
      revision: 2,
      reviewerId: null,
      dueOn: "2027-06-30",
      dueFor: "newRevision",
    });
  });

  it("keeps no words: the context holds only facts even when an event carries more", () => {
    const event = Object.assign(eventOf("RECORD_VERDICT", "reviewer"), { comment: "words of a person" });
    expect(JSON.stringify(after(caseIn("inReview"), event))).not.toContain("words of a person");
  });
});

describe("challenges", () => {
  it("an upheld flag goes back to where it was challenged, and an extension may follow on the same day", () => {
    for (const from of ["identified", "drafting"] as const) {
      const upheld = after(caseIn(from), eventOf("CHALLENGE_FLAG", "lead"), eventOf("UPHOLD_FLAG", "admin"));
      expect(upheld.state.plan).toBe(from);
      const extended = after(upheld, eventOf("GRANT_EXTENSION", "admin"));
      expect(extended.context).toMatchObject({ dueOn: "2027-04-23", firstDueOn: DUE, upheldOn: null });
      expect(effects(upheld, eventOf("GRANT_EXTENSION", "admin", {}, "2026-12-02"))).toBe("noExtensionPending");
    }
  });

  it("the deadline runs on while a challenge is open", () => {
    expect(after(caseIn("challenged"), day("2027-02-27")).state).toEqual({ plan: "challenged", deadline: "overdue" });
  });
});

describe("the deadline", () => {
  it("a day that moves nothing is accepted, changes nothing and is not for the log", () => {
    for (const state of ["drafting", "submitted", "approved"] as const) {
      const stored = caseIn(state);
      expect(decide(stored, day("2026-12-05"))).toEqual({ ok: true, ...stored, effects: [], changed: false });
    }
  });

  it("a day chooses among the three states by its date, whichever of them was stored", () => {
    for (const deadline of ["notDue", "dueSoon", "overdue"] as const) {
      const { state, context } = caseIn("drafting");
      const stored = { context, state: { ...state, deadline } };
      expect(after(stored, day("2027-02-11")).state.deadline).toBe("notDue");
      expect(after(stored, day("2027-02-12")).state.deadline).toBe("dueSoon");
      expect(after(stored, day("2027-02-27")).state.deadline).toBe("overdue");
    }
  });

  it("may run twice, late, out of order, and for several missed days at once", () => {
    const overdue = after(caseIn("drafting"), day("2027-02-27"));
    expect(overdue.state.deadline).toBe("overdue");
    for (const today of ["2027-02-27", "2027-02-13", "2027-03-09"]) {
      expect(decide(overdue, day(today))).toMatchObject({ ok: true, changed: false, state: overdue.state });
    }
    const caughtUp = after(caseIn("drafting"), ...["2027-02-10", "2027-02-20", "2027-02-27"].map(day));
    expect(caughtUp).toEqual(overdue);
  });

  it.each([
    ["2027-02-26", "met"],
    ["2027-02-27", "metLate"],
  ])("a plan submitted on %s is %s, whether or not the daily job ran", (today, state) => {
    for (const before of [caseIn("drafting"), after(caseIn("drafting"), day(today))]) {
      const submitted = after(before, submitOn(today));
      expect(submitted.state.deadline).toBe(state);
      expect(submitted.context.firstPunctuality).toEqual({ state, submittedOn: today, dueOn: DUE });
    }
  });

  it("the first submission's punctuality stays on record", () => {
    const late = after(caseIn("drafting"), submitOn("2027-03-01"));
    const later = after(late, eventOf("WITHDRAW_SUBMISSION", "lead", {}, "2027-03-02"));
    expect(later.state).toEqual({ plan: "drafting", deadline: "overdue" });
    const extended = after(
      later,
      eventOf("REQUEST_EXTENSION", "officer", {}, "2027-03-02"),
      eventOf("GRANT_EXTENSION", "admin", {}, "2027-03-03"),
      submitOn("2027-03-04"),
    );
    expect(extended.state.deadline).toBe("met");
    expect(extended.context.firstPunctuality).toEqual({ state: "metLate", submittedOn: "2027-03-01", dueOn: DUE });
  });

  it("a return sets the state that today's date and the new due date give", () => {
    const commented = after(caseIn("inReview"), ...verdictOnAll("comment"));
    expect(after(commented, eventOf("RETURN_PLAN", "reviewer", { dueOn: "2026-12-15" })).state.deadline).toBe(
      "dueSoon",
    );
    expect(after(commented, eventOf("RETURN_PLAN", "reviewer", { dueOn: "2026-12-16" })).state.deadline).toBe("notDue");
  });

  it("a cohort's new date chooses the state anew", () => {
    const set = (dueOn: string) => after(caseIn("drafting"), eventOf("DEADLINE_SET", "admin", { dueOn }));
    expect(set("2026-11-30").state.deadline).toBe("overdue");
    expect(set("2026-12-01").state.deadline).toBe("dueSoon");
    expect(set("2027-03-19").context).toMatchObject({ dueOn: "2027-03-19", firstDueOn: "2027-03-19" });
  });
});

describe("effects", () => {
  const asked = after(caseIn("drafting"), eventOf("REQUEST_EXTENSION", "officer"));
  const to = "2027-04-23";
  it.each<[string, StoredCase, CaseEvent, object[]]>([
    [
      "a submission",
      caseIn("drafting"),
      submitOn("2027-02-26"),
      [{ type: "planSubmitted", revision: 1, submission: 1, inTime: true }],
    ],
    [
      "a submission with a request open",
      asked,
      submitOn("2027-03-01"),
      [
        { type: "extensionLapsed", requestedDueOn: "2027-04-30" },
        { type: "planSubmitted", revision: 1, submission: 1, inTime: false },
      ],
    ],
    [
      "an extension",
      asked,
      eventOf("GRANT_EXTENSION", "admin"),
      [
        { type: "extensionGranted", dueOn: to },
        { type: "deadlineMoved", from: DUE, to },
      ],
    ],
    [
      "an exit",
      caseIn("approved"),
      eventOf("RECORD_RESULTS", "system"),
      [{ type: "resultsRecorded" }, { type: "schoolExited" }],
    ],
    [
      "results that meet no exit",
      caseIn("approved"),
      eventOf("RECORD_RESULTS", "system", { exitRuleMet: false }),
      [{ type: "resultsRecorded" }],
    ],
    [
      "results elsewhere",
      caseIn("returned"),
      eventOf("RECORD_RESULTS", "system"),
      [{ type: "resultsRecorded" }, { type: "attentionNeeded" }],
    ],
    [
      "a successor",
      caseIn("returned"),
      eventOf("SUCCEED_SCHOOL", "admin"),
      [{ type: "schoolSucceeded", from: "900001", to: "900002" }],
    ],
    ["progress", caseIn("approved"), eventOf("RECORD_PROGRESS", "officer"), [{ type: "progressRecorded" }]],
  ])("%s", (_, stored, event, expected) => expect(effects(stored, event)).toEqual(expected));

  it("results elsewhere than approved flag the case for an admin, and keep it where it is", () => {
    const flagged = after(caseIn("inReview"), eventOf("RECORD_RESULTS", "system"));
    expect(flagged.state).toEqual(caseIn("inReview").state);
    expect(flagged.context.needsAttention).toEqual({ year: 2027, exitRuleMet: true });
  });
});
