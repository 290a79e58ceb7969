import { sectionKeys, type SectionKey } from "~workflows/school-plan/types";

type PlanSectionWords = { title: string; intro: string };

/** The seven sections of a plan as pages name them. */
export const planSections: Readonly<Record<SectionKey, PlanSectionWords>> = {
  position: {
    title: "Where the school is",
    intro: "The results over time, the school’s intake, and what is already improving.",
  },
  causes: { title: "Causes", intro: "Why results are below the floor, with evidence for each cause." },
  actions: { title: "Actions", intro: "What will be done, by whom, by when, and at what cost." },
  targets: { title: "Targets", intro: "The result you expect each year, up to the programme’s goal." },
  governance: {
    title: "Governance and consultation",
    intro: "What governors and parents were asked, and the headteacher’s reply.",
  },
  cost: { title: "Cost", intro: "What the plan costs, where the money comes from, and savings from sharing." },
  risks: { title: "Risks", intro: "What could stop the plan from working, and what you will do about it." },
};

/** The sections in their order, each with its number from 1. */
export const orderedSections = sectionKeys.map((key, index) => ({ key, number: index + 1, ...planSections[key] }));

export const isSectionKey = (text: string | undefined): text is SectionKey => sectionKeys.some((key) => key === text);

/** The section that an address names; 404 where there is none of that name. */
export function requireSectionKey(text: string | undefined): SectionKey {
  if (!isSectionKey(text)) throw new Response("Not found", { status: 404 });
  return text;
}

/** The sections before and after one, for moving through them. */
export function neighboursOf(section: SectionKey): { previous: SectionKey | null; next: SectionKey | null } {
  const at = sectionKeys.indexOf(section);
  return { previous: sectionKeys[at - 1] ?? null, next: sectionKeys[at + 1] ?? null };
}
