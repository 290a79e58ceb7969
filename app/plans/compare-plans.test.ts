import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeSections } from "~/reviews/review-scene.fixture";
import { compareActions } from "./compare-actions";
import { comparePlans, compareTargets } from "./compare-plans";
import type { PlanActionContent, PlanContent } from "./plan-content";

const action = (id: string, changes: Partial<PlanActionContent> = {}): PlanActionContent => ({
  id,
  kind: "maths",
  what: "A maths leader works with each class",
  who: "Deputy head",
  startsOn: "2027-01-11",
  endsOn: "2027-07-16",
  costPence: 1_250_000,
  funding: "Council",
  milestone: "Easter",
  measureOfSuccess: "Check",
  ...changes,
});

const plan = (changes: Partial<PlanContent> = {}): PlanContent => ({
  sections: completeSections,
  actions: [action("a"), action("b"), action("c")],
  headReplies: [],
  setting: {
    schools: [],
    floor: 55,
    goalYear: 2028,
    goalValue: 78,
    targetYears: [2027, 2028],
    baseline: null,
    results: { measure: "ks2-l4-em", floor: 55, school: [], council: [], national: [] },
  },
  ...changes,
});
const withSections = (changes: Partial<PlanContent["sections"]>) =>
  plan({ sections: { ...completeSections, ...changes } });

describe("what changed between two texts of a plan", () => {
  it("is nothing between a text and itself", () => expect(comparePlans(plan(), plan())).toEqual([]));

  it("names a section's fields by their labels and marks the words", () => {
    const risks = { ...completeSections.risks, "risk-1": "The maths lead leaves at Easter." };
    const [section, ...others] = comparePlans(plan(), withSections({ risks }));
    expect(others).toEqual([]);
    expect(section).toMatchObject({ key: "risks", number: 7, title: "Risks", actions: [], targets: [] });
    expect(section?.fields).toMatchObject([
      {
        label: "Risk 1",
        kind: "text",
        difference: { pieces: [{ kind: "same" }, { kind: "added", text: " at Easter" }, { kind: "same" }] },
      },
    ]);
  });

  it("shows dates, ticked causes and amounts as values, old and new", () => {
    const governance = { ...completeSections.governance, "governors-day": "19" };
    const causes = { ...completeSections.causes, causes: ["maths", "attendance"], "evidence-attendance": "92%" };
    const cost = { ...completeSections.cost, otherCosts: "£1,500" };
    const found = comparePlans(plan(), withSections({ governance, causes, cost }));
    expect(found.flatMap(({ fields }) => fields.filter(({ kind }) => kind === "value"))).toEqual([
      {
        kind: "value",
        field: "causes",
        label: "Causes",
        before: "Maths, Turnover of staff or pupils",
        after: "Maths, Attendance",
      },
      {
        kind: "value",
        field: "governors-day",
        label: "Governors consulted",
        before: "12 November 2026",
        after: "19 November 2026",
      },
      { kind: "value", field: "otherCosts", label: "Other costs", before: "£1,200", after: "£1,500" },
    ]);
  });

  it("gives the targets of every year with the difference in points", () => {
    const targets = { ...completeSections.targets, "target-2027": "61.5%" };
    expect(compareTargets(plan(), withSections({ targets }))).toEqual([
      { year: 2027, before: 58, after: 61.5, points: 3.5 },
      { year: 2028, before: 66, after: 66, points: 0 },
    ]);
    expect(compareTargets(plan(), plan())).toEqual([]);
  });

  it("shows a head's reply that came, and one that became another", () => {
    const reply = {
      schoolId: "s",
      schoolName: "Heron Lane",
      stance: "disagreed" as const,
      comment: "Too late.",
      givenAt: "",
    };
    const [came] = comparePlans(plan(), plan({ headReplies: [reply] }));
    expect(came?.fields).toMatchObject([
      { label: "Headteacher’s reply: Heron Lane", before: "", after: "Disagrees with the plan" },
      { label: "Headteacher’s comment: Heron Lane", kind: "text" },
    ]);
    const other = { ...reply, stance: "acknowledged" as const };
    const [became] = comparePlans(plan({ headReplies: [reply] }), plan({ headReplies: [other] }));
    expect(became?.fields).toMatchObject([{ before: "Disagrees with the plan", after: "Acknowledges the plan" }]);
  });

  it("finds a difference in every section that differs, whatever was typed", () => {
    const keys = ["position", "causes", "risks", "cost"] as const;
    const typed = fc.dictionary(
      fc.constantFrom("standing", "evidence-maths", "risk-1", "funding", "gone"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...keys), typed, typed, (key, one, two) => {
        for (const { fields } of comparePlans(withSections({ [key]: one }), withSections({ [key]: two })))
          expect(fields.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("what became of the actions", () => {
  const changesOf = (before: PlanActionContent[], after: PlanActionContent[]) =>
    compareActions(before, after).map(({ id, change, before: was, after: is, moved }) => [id, change, was, is, moved]);
  const [a, b, c] = [action("a"), action("b"), action("c")];

  it("matches them by id: added, removed, changed", () => {
    expect(changesOf([a, b, c], [a, action("c", { who: "Head" }), action("d")])).toEqual([
      ["c", "changed", 3, 2, false],
      ["d", "added", null, 3, false],
      ["b", "removed", 2, null, false],
    ]);
  });

  it("says which one moved, not which ones made room", () => {
    expect(changesOf([a, b, c], [c, a, b])).toEqual([["c", "moved", 3, 1, true]]);
    expect(changesOf([a, b, c], [b, c])).toEqual([["a", "removed", 1, null, false]]);
  });

  it("compares field by field, dates and amounts as pages write them", () => {
    const after = action("a", {
      costPence: 900_050,
      endsOn: "2027-12-17",
      what: "A maths leader works with each teacher",
    });
    const [found] = compareActions([a], [after]);
    expect(found?.fields.map(({ label }) => label)).toEqual(["What will be done", "End date", "Cost"]);
    expect(found?.fields.slice(1)).toMatchObject([
      { before: "16 July 2027", after: "17 December 2027" },
      { before: "£12,500", after: "£9,000.50" },
    ]);
  });

  it("accounts for every action, in any order", () => {
    const ids = fc.uniqueArray(fc.constantFrom<string>("a", "b", "c", "d", "e", "f"));
    fc.assert(
      fc.property(ids, ids, (one, two) => {
        const [before, after] = [one.map((id) => action(id)), two.map((id) => action(id))];
        const found = compareActions(before, after);
        const of = (change: string) => found.filter((each) => each.change === change).map(({ id }) => id);
        expect(new Set(of("added"))).toEqual(new Set(two.filter((id) => !one.includes(id))));
        expect(new Set(of("removed"))).toEqual(new Set(one.filter((id) => !two.includes(id))));
        // What did not move stands in the same order in both lists.
        const still = (list: string[]) =>
          list.filter((id) => one.includes(id) && two.includes(id) && !of("moved").includes(id));
        expect(still(one)).toEqual(still(two));
      }),
    );
  });
});
