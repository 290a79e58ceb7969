import { describe, expect, test } from "vitest";
import { completeSections } from "~/reviews/review-scene.fixture";
import { changedSections, type PlanActionContent, type PlanContent, sameSectionContent } from "./plan-content";

const action: PlanActionContent = {
  id: "a",
  kind: "maths",
  what: "Support",
  who: "Deputy head",
  startsOn: "2027-01-11",
  endsOn: "2027-07-16",
  costPence: 100,
  funding: "Council",
  milestone: "Easter",
  measureOfSuccess: "Check",
};
const plan: PlanContent = {
  sections: completeSections,
  actions: [action, { ...action, id: "b" }],
  headReplies: [],
  setting: {
    schools: [],
    floor: 55,
    goalYear: 2028,
    goalValue: 78,
    targetYears: [2027],
    baseline: null,
    results: { measure: "ks2-l4-em", floor: 55, school: [], council: [], national: [] },
  },
};

describe("what changed between two texts of a plan", () => {
  test("nothing, for the same text with its keys in another order and empty fields left out", () => {
    const causes = { ...completeSections.causes, causes: ["turnover", "maths"], "evidence-english": " " };
    expect(changedSections(plan, { ...plan, sections: { ...plan.sections, causes } })).toEqual([]);
  });

  test("a section whose text differs", () => {
    const sections = { ...plan.sections, risks: { "risk-1": "Another" } };
    expect(changedSections(plan, { ...plan, sections })).toEqual(["risks"]);
  });

  test("actions in another order; their cost as well where a cost differs", () => {
    expect(changedSections(plan, { ...plan, actions: [...plan.actions].reverse() })).toEqual(["actions"]);
    const dearer = [{ ...action, costPence: 200 }, plan.actions[1]!];
    expect(changedSections(plan, { ...plan, actions: dearer })).toEqual(["actions", "cost"]);
  });

  test("a head's reply changes governance, a new result nothing", () => {
    const reply = { schoolId: "s", schoolName: "", stance: "disagreed" as const, comment: "No", givenAt: "" };
    expect(changedSections(plan, { ...plan, headReplies: [reply] })).toEqual(["governance"]);
    expect(changedSections(plan, { ...plan, setting: { ...plan.setting, floor: 60 } })).toEqual([]);
  });

  test("an emptied field is a change", () => expect(sameSectionContent({ a: "x" }, { a: "" })).toBe(false));
});
