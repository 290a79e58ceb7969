import type { PlanActionContent, PlanContent, PlanSetting } from "~/plans/plan-content";
import { causeKeys, riskRows } from "~/plans/section-schemas";

type Decision = "shared" | "withheld";
const decide = (fields: readonly string[], decision: Decision) =>
  Object.fromEntries(fields.map((field) => [field, decision]));

// The shareable version may end in the press. Withheld is what points at a person (in a school its leadership is one),
// what somebody said in confidence, what a negotiation about money turns on, and guesses at what may go wrong. Published
// figures stay, all years together: one figure alone condemns.

/** The text fields of the sections. A field that nobody has decided on is withheld, and a test fails. */
export const sectionDecisions: Readonly<Record<string, Decision>> = {
  ...decide(["standing", "intake", "improving", "causes", "together", "basis", "parents"], "shared"),
  ...decide(
    causeKeys.map((key) => `evidence-${key}`),
    "shared",
  ),
  ...decide(["evidence-leadership", "evidence-turnover"], "withheld"),
  ...decide(["governors-day", "governors-month", "governors-year"], "shared"),
  ...decide(["governorsSaid", "headAbsent", "reply", "cites"], "withheld"),
  ...decide(["savings", "savingsFrom"], "shared"),
  ...decide(["otherCosts", "otherCostsFor", "funding"], "withheld"),
  ...decide(
    riskRows.flatMap((row) => [`risk-${row}`, `mitigation-${row}`]),
    "withheld",
  ),
};

const actionDecisions = {
  id: "shared",
  kind: "shared",
  what: "shared",
  who: "withheld",
  startsOn: "shared",
  endsOn: "shared",
  costPence: "withheld",
  funding: "withheld",
  milestone: "shared",
  measureOfSuccess: "shared",
  causes: "shared",
  targetYear: "shared",
  // Another school's name.
  supportRequestId: "withheld",
  supportSchool: "withheld",
} as const satisfies Record<keyof PlanActionContent, Decision>;

/** What is shown of the setting; of its schools the names and URNs. */
const settingDecisions: Readonly<Record<keyof PlanSetting, Decision>> = {
  schools: "shared",
  floor: "shared",
  goalYear: "shared",
  goalValue: "shared",
  targetYears: "shared",
  baseline: "shared",
  results: "shared",
  comparable: "withheld",
};

/** The parts of a plan; a head's reply is the head's, and none of it goes along. */
const partDecisions: Readonly<Record<keyof PlanContent, Decision>> = {
  sections: "shared",
  actions: "shared",
  headReplies: "withheld",
  setting: "shared",
  evidence: "withheld",
  acceptedWords: "withheld",
};

/** Whether a section's field may be shared; a target is named by its year. */
export const isSharedField = (field: string): boolean =>
  /^target-\d{4}$/.test(field) || sectionDecisions[field] === "shared";

export const isSharedInAction = (field: string): boolean =>
  (actionDecisions as Readonly<Record<string, Decision>>)[field] === "shared";

const kept = <T extends object>(held: T, isShared: (field: string) => boolean) =>
  Object.fromEntries(Object.entries(held).filter(([field]) => isShared(field)));

const sharedOf = (decisions: Readonly<Record<string, Decision>>) => (field: string) => decisions[field] === "shared";

/** The plan with nothing in it but what may be shared; what is withheld does not reach the layout. */
export function shareableContent(content: PlanContent): PlanContent {
  const { sections, actions, setting } = content;
  const shared = Object.entries(sections).map(([key, typed]) => [key, kept(typed, isSharedField)]);
  const shown: PlanContent = {
    ...content,
    sections: Object.fromEntries(shared) as PlanContent["sections"],
    actions: actions.map((action) => ({
      ...(kept(action, isSharedInAction) as PlanActionContent),
      who: "",
      costPence: 0,
      funding: "",
    })),
    setting: {
      ...(kept(setting, sharedOf(settingDecisions)) as PlanSetting),
      schools: setting.schools.map(({ id, name, urn }) => ({ id, name, urn })),
    },
  };
  return { headReplies: [], ...(kept(shown, sharedOf(partDecisions)) as Omit<PlanContent, "headReplies">) };
}
