import { describe, expect, it } from "vitest";
import { daysBetween, deadlineStateOn, requireDate } from "./dates";

/** Counts days one at a time by the calendar's own rules, without Date. */
function nextDay(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  const [y, m, d] = day < length ? [year, month, day + 1] : month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
  return [String(y), String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-");
}

describe("days between dates", () => {
  it("agrees with counting day by day over more than nine years, leap days included", () => {
    const from = "2027-02-26";
    let date = from;
    for (let days = 0; days < 3500; days++) {
      expect(daysBetween(from, date)).toBe(days);
      expect(daysBetween(date, from)).toBe(days === 0 ? 0 : -days);
      date = nextDay(date);
    }
  });

  it.each(["2027-02-29", "2027-13-01", "2027-2-1", "26 February 2027", "", "2028-02-30"])("refuses %j", (date) => {
    expect(() => requireDate(date)).toThrow(RangeError);
  });

  it("accepts a leap day", () => expect(() => requireDate("2028-02-29")).not.toThrow());
});

describe("what is owed on a day", () => {
  it.each([
    ["2028-03-14", "2028-02-28", "notDue"],
    ["2028-03-14", "2028-02-29", "dueSoon"],
    ["2027-03-14", "2027-02-27", "notDue"],
    ["2027-03-14", "2027-02-28", "dueSoon"],
    ["2028-02-29", "2028-02-29", "dueSoon"],
    ["2028-02-29", "2028-03-01", "overdue"],
    ["2027-12-31", "2028-01-01", "overdue"],
    // The Sundays on which the clocks change have 23 and 25 hours and are still one day.
    ["2027-03-28", "2027-03-28", "dueSoon"],
    ["2027-03-28", "2027-03-29", "overdue"],
    ["2027-10-31", "2027-11-01", "overdue"],
  ])("due on %s, on %s: %s", (dueOn, today, state) => expect(deadlineStateOn(dueOn, today)).toBe(state));

  it("steps through the three states in order, 14 days before the due date and the day after it", () => {
    let date = "2028-02-01";
    const seen: Record<string, number> = {};
    for (let day = 0; day < 60; day++) {
      const state = deadlineStateOn("2028-03-01", date);
      seen[state] = (seen[state] ?? 0) + 1;
      date = nextDay(date);
    }
    expect(seen).toEqual({ notDue: 15, dueSoon: 15, overdue: 30 });
  });
});
