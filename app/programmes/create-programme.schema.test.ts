import { describe, expect, it } from "vitest";
import { issuesToErrors } from "~/ui/parse-form";
import { programmeSchema, refusePastDates } from "./create-programme.schema";

const typed = {
  template: "primary",
  name: " Primary floor standard 2026 ",
  measure: "ks2-l4-em",
  floor: "55%",
  latestYear: "2026",
  ruleYears: "1",
  concernYears: "4",
  gapPolicy: "break",
  minPublishedYears: "1",
  minPupils: "0",
  goalValue: "78",
  goalKind: "national",
  goalYear: "2028",
  exitYears: "1",
  cohortSize: "12",
  smallestCouncil: "5",
  graceDays: "14",
  "priorityDueOn-day": "26",
  "priorityDueOn-month": "2",
  "priorityDueOn-year": "2027",
  "standardDueOn-day": "26",
  "standardDueOn-month": "3",
  "standardDueOn-year": "2027",
};

const errorsOf = (changes: Partial<Record<keyof typeof typed, string>>) => {
  const parsed = programmeSchema.safeParse({ ...typed, ...changes });
  return parsed.success ? {} : issuesToErrors(parsed.error.issues);
};

describe("the settings of a programme", () => {
  it("are read from what was typed", () => {
    expect(programmeSchema.parse(typed).settings).toMatchObject({
      name: "Primary floor standard 2026",
      floor: "55",
      concernYears: 4,
      priorityDueOn: "2027-02-26",
      standardDueOn: "2027-03-26",
    });
  });

  it.each([
    [{ floor: "" }, { floor: "Enter the floor" }],
    [{ floor: "101" }, { floor: "Floor must be between 0 and 100" }],
    [{ floor: "-1" }, { floor: "Floor must be a percentage, like 55" }],
    [{ latestYear: "26" }, { latestYear: "Latest year must be a year of 4 numbers, like 2026" }],
    [{ ruleYears: "0" }, { ruleYears: "Number of years below the floor must be between 1 and 10" }],
    [
      { ruleYears: "5" },
      {
        concernYears:
          "Number of years for a first concern must be the same as or more than the number of years below the floor",
      },
    ],
    [
      { gapPolicy: "skip", minPublishedYears: "5" },
      {
        minPublishedYears:
          "Smallest number of published years must be the same as or fewer than the number of years for a first concern",
      },
    ],
    [{ minPublishedYears: "5" }, {}],
    [{ minPupils: "" }, { minPupils: "Enter the smallest number of pupils" }],
    [{ minPupils: "1001" }, { minPupils: "Smallest number of pupils must be between 0 and 1000" }],
    [{ goalYear: "2025" }, { goalYear: "Year of the goal must be the same as or after the latest year" }],
    [{ "priorityDueOn-day": "31" }, { priorityDueOn: "Priority due date must be a real date" }],
    [
      { "priorityDueOn-month": "4" },
      { priorityDueOn: "Priority due date must be the same as or before the standard due date" },
    ],
  ])("%j: %j", (changes, errors) => expect(errorsOf(changes)).toEqual(errors));

  it("shows the messages of fields and of dates together", () => {
    expect(errorsOf({ name: "", "standardDueOn-year": "", ruleYears: "5" })).toEqual({
      name: "Enter the name of the programme",
      standardDueOn: "Standard due date must include a year",
      concernYears: expect.stringContaining("same as or more than"),
    });
  });

  it("have due dates after today", () => {
    const dates = { priorityDueOn: "2027-02-26", standardDueOn: "2027-03-26" };
    expect(refusePastDates(dates, "2027-02-25")).toBeNull();
    expect(refusePastDates(dates, "2027-02-26")).toEqual({ priorityDueOn: "Priority due date must be in the future" });
  });
});
