import { describe, expect, it } from "vitest";
import { caseEventTypes } from "~workflows/school-plan/types";
import { describeEvent } from "./describe-event";
import { movedDates } from "./moved-dates";

const payload = {
  ground: "figures",
  newUrn: "100200",
  year: 2027,
  exitRuleMet: false,
  section: "targets",
  verdict: "comment",
  toId: "someone",
  sections: ["targets", "risks"],
  dueOn: "2027-04-09",
  requestedDueOn: "2027-04-23",
};
const tell = (type: string, more = {}, after = {}) => describeEvent({ type, payload: { ...payload, ...more }, after });

describe("the sentence of an event", () => {
  it.each(["CASE_OPENED", ...caseEventTypes])("%s is told in the past tense and in plain words", (type) => {
    const told = tell(type, {}, { plan: "approved", deadline: "overdue" });
    // The rest of a sentence that begins with who: an irregular verb or one in -ed comes first.
    expect(told).toMatch(/^(gave|withdrew|upheld|\w+ed) /);
    expect(told).not.toMatch(/[A-Z]{2,}_|undefined|null|NaN|failing/);
    expect(told).not.toMatch(/\.$/);
  });

  it("tells the same event differently where it did something else", () => {
    expect(tell("APPROVE_PLAN", {}, { plan: "approved" })).toBe("approved the plan");
    expect(tell("APPROVE_PLAN", {}, { plan: "awaitingSecondApproval" })).toContain("first approval");
    expect(tell("RECORD_VERDICT")).toBe("commented on the section “Targets”");
    expect(tell("RECORD_VERDICT", { verdict: "accepted" })).toBe("accepted the section “Targets”");
    expect(tell("RECORD_RESULTS", {}, { plan: "exited" })).toContain("left the programme");
    expect(tell("DAY_BEGAN", {}, { deadline: "overdue" })).toBe("noted that the due date has passed");
    expect(tell("REFUSE_APPROVAL")).toContain("“Targets” and “Risks”");
  });

  it("names the person to whom a review was handed over, where the name is known", () => {
    const event = { type: "HAND_OVER_REVIEW", payload };
    expect(describeEvent(event, (id) => (id === "someone" ? "Mary Moss" : null))).toContain("Mary Moss");
    expect(describeEvent(event)).toContain("another reviewer");
  });

  it("has a sentence for an event of a later version", () => {
    expect(tell("PAUSE_CASE")).toMatch(/^recorded/);
    expect(tell("toString")).toMatch(/^recorded/);
  });
});

describe("the dates that events moved", () => {
  it("are told with what they were before", () => {
    const moved = movedDates([
      { id: "1", type: "CASE_OPENED", payload: { dueOn: "2027-02-26" } },
      { id: "2", type: "REQUEST_EXTENSION", payload: { requestedDueOn: "2027-03-26" } },
      { id: "3", type: "GRANT_EXTENSION", payload: { dueOn: "2027-03-12" } },
      { id: "4", type: "RETURN_PLAN", payload: { dueOn: "2027-04-09" } },
    ]);
    expect([...moved]).toEqual([
      ["1", { from: null, to: "2027-02-26" }],
      ["3", { from: "2027-02-26", to: "2027-03-12" }],
      ["4", { from: "2027-03-12", to: "2027-04-09" }],
    ]);
  });
});
