import { describe, expect, it } from "vitest";
import { readDate } from "./date-field";

const typed = (day: string, month: string, year: string) => ({ "due-day": day, "due-month": month, "due-year": year });

describe("a date typed into three boxes", () => {
  it.each([
    ["26", "2", "2027", "2027-02-26"],
    [" 1 ", "09", "2026", "2026-09-01"],
    ["29", "2", "2028", "2028-02-29"],
    ["31", "12", "2026", "2026-12-31"],
  ])("is read: %s %s %s", (day, month, year, date) => {
    expect(readDate(typed(day, month, year), "due", "Due date")).toEqual({ date });
  });

  it.each([
    ["", "", "", "Enter the due date"],
    ["1", "", "2027", "Due date must include a month"],
    ["", "", "2027", "Due date must include a day and a month"],
    ["1", "2", "27", "Due date: year must have 4 numbers"],
    ["29", "2", "2027", "Due date must be a real date"],
    ["31", "4", "2027", "Due date must be a real date"],
    ["1", "13", "2027", "Due date must be a real date"],
    ["0", "1", "2027", "Due date must be a real date"],
    ["1st", "1", "2027", "Due date must be a real date"],
    ["-1", "1", "2027", "Due date must be a real date"],
  ])("is refused with what is wrong: %s %s %s", (day, month, year, message) => {
    expect(readDate(typed(day, month, year), "due", "Due date")).toEqual({ message });
  });
});
