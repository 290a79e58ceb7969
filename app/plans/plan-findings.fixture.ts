import type { PlanActionContent, PlanContent, PlanSetting, SectionContent } from "./plan-content";

export const action: PlanActionContent = {
  id: "a",
  kind: "maths",
  what: "Support",
  who: "Deputy head",
  startsOn: "2027-01-11",
  endsOn: "2028-07-14",
  costPence: 500_000,
  funding: "Council",
  milestone: "Six lessons by Easter",
  measureOfSuccess: "Check",
  causes: ["maths"],
  targetYear: 2027,
};

const setting: PlanSetting = {
  schools: [],
  floor: 55,
  goalYear: 2028,
  goalValue: 78,
  targetYears: [2027, 2028],
  baseline: { year: 2026, value: 48 },
  results: {
    measure: "ks2-l4-em",
    floor: 55,
    school: [
      { year: 2025, value: null, code: "SUPP" },
      { year: 2026, value: 48, code: null, pupils: 30 },
    ],
    council: [70, 71],
    national: [72, null],
  },
  comparable: [
    { start: 48, span: 1, schools: 412, half: 3, most: 12, firstYear: 2017, lastYear: 2026 },
    { start: 48, span: 2, schools: 398, half: 5, most: 17, firstYear: 2017, lastYear: 2026 },
  ],
};

type Changed = {
  actions?: PlanActionContent[];
  causes?: string[];
  targets?: SectionContent;
  cost?: SectionContent;
  setting?: Partial<PlanSetting>;
};

/** A plan with nothing to look at, but for what is changed. */
export const planOf = (changed: Changed = {}): PlanContent => ({
  sections: {
    position: {},
    causes: { causes: changed.causes ?? ["maths"] },
    actions: {},
    targets: changed.targets ?? { "target-2027": "56", "target-2028": "60" },
    governance: {},
    cost: changed.cost ?? {},
    risks: {},
  },
  actions: changed.actions ?? [action, { ...action, id: "b", kind: "english", targetYear: 2028 }],
  headReplies: [],
  setting: { ...setting, ...changed.setting },
});
