import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  daysBetween,
  describeDue,
  describeReceived,
  formatDate,
  formatDateShort,
  formatDateTime,
  formatDateTimeShort,
  formatDateWithDay,
  formatTime,
  toCalendarDate,
  toDateParts,
} from "./format-date";
import { formatCount, formatPercent, formatPlural, formatPounds, formatShare } from "./format-number";
import { pageTitle } from "./page-title";

describe("dates", () => {
  test("are written as on GOV.UK", () => {
    expect(formatDate("2027-02-26")).toBe("26 February 2027");
    expect(formatDateWithDay("2027-02-26")).toBe("Friday 26 February 2027");
    expect(formatDateShort("2026-09-01")).toBe("1 Sep 2026");
    expect(formatDateTimeShort("2027-02-26T23:59:00Z")).toBe("26 Feb 2027 at 11:59pm");
    expect(toDateParts("2027-02-06")).toEqual({ day: "6", month: "2", year: "2027" });
  });

  test("are those of London on both sides of the clock changes", () => {
    expect(formatDateTime("2027-03-28T00:59:00Z")).toBe("28 March 2027 at 12:59am");
    expect(formatDateTime("2027-03-28T01:00:00Z")).toBe("28 March 2027 at 2am");
    expect(formatDateTime("2027-10-31T00:30:00Z")).toBe("31 October 2027 at 1:30am");
    expect(formatDateTime("2027-10-31T01:30:00Z")).toBe("31 October 2027 at 1:30am");
    expect(formatDateTime(new Date("2027-06-30T23:00:00Z"))).toBe("1 July 2027 at midnight");
    expect(toCalendarDate("2027-06-30T22:59:59Z")).toBe("2027-06-30");
    expect(toCalendarDate("2027-02-26T23:59:59Z")).toBe("2027-02-26");
  });

  test("name midday and leave out empty minutes", () => {
    expect(
      ["T12:00:00Z", "T00:00:00Z", "T09:00:00Z", "T12:05:00Z"].map((time) => formatTime(`2027-01-05${time}`)),
    ).toEqual(["midday", "midnight", "9am", "12:05pm"]);
  });

  test("that do not exist are refused", () => {
    expect(() => formatDate("2027-02-30")).toThrow(RangeError);
    expect(() => formatDate("soon")).toThrow("Not a date: soon");
  });

  test("are whole days apart, clock changes and leap days included", () => {
    expect(daysBetween("2027-03-27", "2027-03-29")).toBe(2);
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
    expect(daysBetween("2027-03-01", "2027-02-26")).toBe(-3);
    // 23:59 and 00:00 in London, an hour from midnight UTC in summer.
    expect(daysBetween("2027-07-01T22:59:00Z", "2027-07-02")).toBe(1);
    expect(daysBetween("2027-07-01T23:00:00Z", "2027-07-02")).toBe(0);
  });

  test("a number of days added is the number of days between", () => {
    const start = Date.UTC(2020, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: -900, max: 900 }), (offset, days) => {
        const iso = (day: number) => new Date(start + day * 86_400_000).toISOString().slice(0, 10);
        expect(daysBetween(iso(offset), iso(offset + days))).toBe(days);
      }),
    );
  });

  test("are said in words against today", () => {
    expect(describeDue("2027-02-26", "2027-02-17")).toBe("Due in 9 days");
    expect(describeDue("2027-02-26", "2027-02-25T12:00:00Z")).toBe("Due in 1 day");
    expect(describeDue("2027-02-26", "2027-02-26T23:59:59Z")).toBe("Due today");
    expect(describeDue("2027-02-26", "2027-02-27T00:00:00Z")).toBe("Overdue by 1 day");
    expect(describeReceived("2027-02-26", "2027-02-24")).toBe("Received 2 days early");
    expect(describeReceived("2027-02-26", "2027-02-26")).toBe("Received on the due date");
    expect(describeReceived("2027-02-26", "2027-03-01")).toBe("Received 3 days late");
  });
});

test("numbers are written with their unit", () => {
  expect(formatCount(17000)).toBe("17,000");
  expect(formatPercent(46.34)).toBe("46.3%");
  expect(formatPercent(48)).toBe("48%");
  expect([formatShare(1, 3), formatShare(0, 0)]).toEqual(["33.3%", "0%"]);
  expect([formatPounds(12500), formatPounds(12500.5)]).toEqual(["£12,500", "£12,500.50"]);
  expect([formatPlural(1, "school"), formatPlural(1400, "school")]).toEqual(["1 school", "1,400 schools"]);
  expect(formatPlural(2, "day off", "days off")).toBe("2 days off");
});

test("a page's title says first that there is an error", () => {
  expect(pageTitle({ title: "Causes" })).toBe("Causes – School action plans");
  expect(pageTitle({ title: "Causes", error: true })).toBe("Error: Causes – School action plans");
});
