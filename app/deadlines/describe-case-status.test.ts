import { describe, expect, it } from "vitest";
import { dateInLondon } from "~/platform/clock.server";
import { daysFrom } from "~/platform/dates";
import { describeCaseStatus, isOverdue, planStateName, planStates } from "./describe-case-status";

const owed = { planState: "drafting", dueOn: "2027-02-26", submittedOn: null };

describe("the status of a case", () => {
  it.each([
    ["2027-02-17", "Drafting", "Due in 9 days"],
    ["2027-02-25", "Drafting", "Due in 1 day"],
    ["2027-02-26", "Drafting", "Due today"],
    ["2027-03-01", "Overdue", "Overdue by 3 days"],
  ])("of a plan that is owed says the date and, on %s, %s and %s", (today, tag, detail) => {
    expect(describeCaseStatus({ ...owed, today })).toMatchObject({ tag, detail, date: "Plan due 26 February 2027" });
  });

  it.each([
    ["2027-02-24", "Received 2 days early"],
    ["2027-02-26", "Received on the due date"],
    ["2027-03-01", "Received 3 days late"],
  ])("of a plan that came in on %s stays: %s", (submittedOn, detail) => {
    for (const planState of ["submitted", "inReview", "awaitingSecondApproval", "approved"]) {
      const told = describeCaseStatus({ planState, dueOn: "2027-02-26", submittedOn, today: "2027-06-01" });
      expect(told).toMatchObject({ tag: planStateName(planState), detail });
      expect(told.date).toContain("Plan received");
    }
  });

  it("of a returned plan runs by its new date, whatever came in before", () => {
    const told = { planState: "returned", dueOn: "2027-04-09", submittedOn: "2027-02-24", today: "2027-04-10" };
    expect(describeCaseStatus(told)).toMatchObject({ date: "Plan due 9 April 2027", detail: "Overdue by 1 day" });
  });

  it("of a case that has ended says no date", () => {
    for (const planState of ["removed", "exited", "closed"])
      expect(describeCaseStatus({ ...owed, planState, today: "2028-01-01" })).toMatchObject({
        tag: planStateName(planState),
        date: null,
        detail: null,
      });
  });

  it("has a name for each state, no two alike, and refuses a state that there is not", () => {
    expect(new Set(planStates.map(planStateName)).size).toBe(planStates.length);
    expect(() => planStateName("failing")).toThrow(RangeError);
  });
});

describe("the evening of the deadline in Europe/London", () => {
  // Instants in UTC; in summer London is an hour ahead.
  it.each([
    ["2027-02-26", "2027-02-26T23:59:59.999Z", false],
    ["2027-02-26", "2027-02-27T00:00:00.000Z", true],
    ["2027-07-16", "2027-07-16T22:59:59.999Z", false],
    ["2027-07-16", "2027-07-16T23:00:00.000Z", true],
    // The nights on which the clocks change.
    ["2027-03-27", "2027-03-27T23:59:59.999Z", false],
    ["2027-03-27", "2027-03-28T00:00:00.000Z", true],
    ["2027-03-28", "2027-03-28T22:59:59.999Z", false],
    ["2027-03-28", "2027-03-28T23:00:00.000Z", true],
    ["2027-10-30", "2027-10-30T22:59:59.999Z", false],
    ["2027-10-30", "2027-10-30T23:00:00.000Z", true],
    ["2027-10-31", "2027-10-31T23:59:59.999Z", false],
    ["2027-10-31", "2027-11-01T00:00:00.000Z", true],
    // A leap day.
    ["2028-02-28", "2028-02-29T00:00:00.000Z", true],
    ["2028-02-29", "2028-02-29T23:59:59.999Z", false],
    ["2028-02-29", "2028-03-01T00:00:00.000Z", true],
  ])("a plan due on %s is overdue at %s: %s", (dueOn, instant, overdue) => {
    const today = dateInLondon(new Date(instant));
    expect(isOverdue({ planState: "drafting", dueOn, today })).toBe(overdue);
    expect(describeCaseStatus({ ...owed, dueOn, today }).tag).toBe(overdue ? "Overdue" : "Drafting");
  });

  it("holds at every hour of four years", () => {
    const parts = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2030, 0, 1); at += 3_600_000) {
      const today = dateInLondon(new Date(at));
      if (today !== parts.format(at)) throw new Error(`${new Date(at).toISOString()} gave ${today}`);
    }
    expect(daysFrom("2028-02-28", "2028-03-01")).toBe(2);
    expect(daysFrom("2027-03-27", "2027-03-29")).toBe(2);
  });
});
