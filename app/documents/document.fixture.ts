import type { PlanActionContent, PlanContent } from "~/plans/plan-content";
import { completeSections } from "~/reviews/review-scene.fixture";
import type { PlanDocument } from "./document-blocks";

const action = (at: number): PlanActionContent => ({
  id: `action-${at}`,
  kind: ["maths", "english", "supportSchool", "behaviour"][at % 4] ?? "maths",
  what: `A subject leader from a nearby school works with each class for half a term (${at + 1})`,
  who: "Petra Quillfeather, deputy head",
  startsOn: "2027-01-11",
  endsOn: "2027-07-16",
  costPence: 1_234_500 + at,
  funding: "Marshwater reserve",
  milestone: "Every class has had six lessons by Easter",
  measureOfSuccess: "Two thirds of year 6 at the expected level in the spring check",
});

/** A plan as somebody would write it, with a mark in each text that must not be shared. */
export function planContent({ actions = 2, school = "Heron Lane Primary School" } = {}): PlanContent {
  const years = [2022, 2023, 2024, 2025, 2026];
  const results = {
    measure: "ks2-l4-em",
    floor: 55,
    school: years.map((year, at) => ({ year, value: at === 1 ? null : 44 + at, code: at === 1 ? "SUPP" : null })),
    council: [66, 67, 68, 69, 70],
    national: [70, 71, 72, 73, 74],
  };
  return {
    sections: {
      ...completeSections,
      causes: {
        causes: ["maths", "leadership"],
        "evidence-maths": "Lesson observations found no shared approach to fractions.",
        "evidence-leadership": "The Thistledown vacancy has lasted two years.",
      },
      governance: { ...completeSections.governance, headAbsent: "" },
    },
    actions: Array.from({ length: actions }, (_, at) => action(at)),
    headReplies: [
      {
        schoolId: "school",
        schoolName: school,
        stance: "disagreed",
        comment: "The Cobblewick figure is unfair.",
        givenAt: "2026-11-20T09:00:00.000Z",
      },
    ],
    setting: {
      schools: [{ id: "school", name: school, urn: "900101" }],
      floor: 55,
      goalYear: 2028,
      goalValue: 78,
      targetYears: [2027, 2028],
      baseline: { year: 2026, value: 48 },
      results,
    },
  };
}

export const planDocument = (given: Partial<PlanDocument> = {}): PlanDocument => ({
  version: "whole",
  content: planContent(),
  council: "Ashmere",
  programme: "Primary floor standard 2026",
  submission: {
    reference: "AP-7KQ2M9XD",
    submittedAt: "2026-11-24T10:00:00.000Z",
    submittedBy: "Lena Firth",
    withdrawnAt: null,
  },
  asOf: new Date("2026-11-24T10:00:00Z"),
  ...given,
});
