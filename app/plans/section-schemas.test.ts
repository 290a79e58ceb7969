import { describe, expect, test } from "vitest";
import { completeSections } from "~/reviews/review-scene.fixture";
import { issuesToErrors } from "~/ui/parse-form";
import { sectionKeys, type SectionKey } from "~workflows/school-plan/types";
import type { SectionContent } from "./plan-content";
import { readSectionForm } from "./save-section-form";
import { isSectionComplete, isSectionEmpty, readSectionDraft, sectionSchema, withEveryField } from "./section-schemas";

const setting = { targetYears: [2027, 2028], headReplied: false, actionCount: 1 };

function errorsOf(section: SectionKey, content: SectionContent, changed: Partial<typeof setting> = {}) {
  const asked = { ...setting, ...changed };
  const checked = sectionSchema(section, asked).safeParse(withEveryField(section, content, asked));
  return checked.success ? {} : issuesToErrors(checked.error.issues);
}

describe("a section's check", () => {
  test.each(sectionKeys)("passes for a filled-in section: %s", (key) =>
    expect(errorsOf(key, completeSections[key])).toEqual({}),
  );

  test.each(sectionKeys)("an empty section is not complete: %s", (key) =>
    expect(isSectionComplete(key, {}, { ...setting, actionCount: 0 })).toBe(false),
  );

  test("each ticked cause needs its evidence", () => {
    expect(errorsOf("causes", {})).toEqual({ causes: "Select at least one cause" });
    expect(errorsOf("causes", { causes: ["maths", "english"], "evidence-maths": "Books" })).toEqual({
      "evidence-english": "Enter the evidence for English",
    });
  });

  test("a target is a percentage from 0 to 100", () => {
    const typed = { "target-2027": "101", "target-2028": "58.55", basis: "Progress" };
    expect(errorsOf("targets", typed)).toEqual({
      "target-2027": "Target for 2027 must be a number from 0 to 100, such as 58 or 58.5",
      "target-2028": "Target for 2028 must be a number from 0 to 100, such as 58 or 58.5",
    });
    expect(errorsOf("targets", { "target-2027": "0", "target-2028": "100%", basis: "Progress" })).toEqual({});
  });

  test("without the head's reply the plan says why there is none", () => {
    const typed = { ...completeSections.governance, headAbsent: "" };
    expect(errorsOf("governance", typed)).toEqual({ headAbsent: "Enter why there is no reply from the headteacher" });
    expect(errorsOf("governance", typed, { headReplied: true })).toEqual({});
  });

  test("a date that does not exist is named", () => {
    const typed = { ...completeSections.governance, "governors-day": "31", "governors-month": "2" };
    expect(errorsOf("governance", typed)).toEqual({ governors: "Date governors were consulted must be a real date" });
  });

  test("an amount that is not nought says what it is for", () => {
    const typed = { otherCosts: "5", savings: "1.234", funding: "Council" };
    expect(errorsOf("cost", typed)).toEqual({
      otherCostsFor: "Enter what the other costs are for",
      savings: "Savings from sharing must be an amount in pounds, such as 12,500",
    });
  });

  test("a risk has an answer, and an answer has a risk", () => {
    expect(errorsOf("risks", {})).toEqual({ "risk-1": "Enter at least one risk" });
    expect(errorsOf("risks", { "risk-1": "Staff leave", "mitigation-3": "Train a second" })).toEqual({
      "mitigation-1": "Enter what you will do about risk 1",
      "risk-3": "Enter risk 3",
    });
  });
});

describe("a section's form", () => {
  test("only the section's own fields are read", () => {
    const { content } = readSectionDraft("causes", setting, { causes: "maths", planId: "x", complete: "true" });
    expect(content).toMatchObject({ causes: ["maths"] });
    expect(Object.keys(content)).not.toContain("planId");
  });

  test("a draft may be kept in any state, but not at any length", () => {
    const later = { save: "later", version: "3", intake: "Half a thought" };
    const kept = readSectionForm("position", setting, false, later);
    expect(kept).toMatchObject({ complete: false, version: 3, errors: {}, content: { intake: "Half a thought" } });
    const long = readSectionForm("position", setting, false, { ...later, intake: "x".repeat(5001) });
    expect(long.errors).toEqual({ intake: "The text must be 5,000 characters or fewer" });
  });

  test("a section with a comment is complete only with a reply", () => {
    const typed = completeSections.position;
    expect(readSectionForm("position", setting, true, typed).errors).toEqual({
      reply: "Enter a reply to the reviewer’s comment",
    });
    expect(readSectionForm("position", setting, true, { ...typed, reply: "Changed" }).errors).toEqual({});
  });

  test("an untouched section is empty", () => {
    expect(isSectionEmpty({ intake: "", causes: [] })).toBe(true);
    expect(isSectionEmpty({ intake: "x" })).toBe(false);
  });
});
