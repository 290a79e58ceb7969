import { listOf, type SectionContent } from "~/plans/plan-content";

/**
 * What a section cites stands in its content, in one list of texts: the claim, a colon, the evidence's id. So it is saved,
 * compared, declared and kept with the section, by the same rules as its text.
 */
export const CITES = "cites";
const cite = /^[\w-]{1,50}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST = 1000;

export const toCite = (claim: string, evidenceId: string): string => `${claim}:${evidenceId}`;

/** The ids of the evidence that one claim of a section cites. */
export const citedBy = (content: SectionContent, claim: string): string[] =>
  listOf(content, CITES).flatMap((held) => (held.startsWith(`${claim}:`) ? [held.slice(claim.length + 1)] : []));

/** Every piece that a section's content names, each once. */
export const citedIds = (content: SectionContent): string[] => [
  ...new Set(listOf(content, CITES).map((held) => held.slice(held.lastIndexOf(":") + 1))),
];

/** The posted citations of a section. Those of a cause that is not ticked are hidden in its form, and dropped. */
export function readCites(values: SectionContent): string[] {
  const ticked = new Set(listOf(values, "causes"));
  const isHidden = (held: string) => held.startsWith("evidence-") && !ticked.has(held.slice(9, held.lastIndexOf(":")));
  return [...new Set(listOf(values, CITES))].filter((held) => cite.test(held) && !isHidden(held)).slice(0, MOST);
}
