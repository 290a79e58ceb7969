import type { PlanContent, SectionContent } from "~/plans/plan-content";
import type { SectionKey } from "~workflows/school-plan/types";
import { citedBy } from "./cites";
import { claimsOf } from "./claims";
import type { EvidencePiece } from "./evidence-piece";

/** Said where a section cites a file that a colleague has removed in the meantime. */
export const evidenceGone =
  "A file that you selected was removed by a colleague while you had this form open. Check what each claim cites, then save again";

/** What a text of a section cites, for people to compare it with another one. */
export const citesInWords = (
  plan: { content: PlanContent; evidence: Pick<EvidencePiece, "id" | "description">[] },
  section: SectionKey,
  content: SectionContent,
): string =>
  claimsOf(section, { ...plan.content, sections: { ...plan.content.sections, [section]: content } })
    .flatMap(({ key, label }) => {
      const ids = citedBy(content, key);
      const names = plan.evidence.filter(({ id }) => ids.includes(id)).map(({ description }) => `“${description}”`);
      return names.length > 0 ? [`${label}: ${names.join(", ")}`] : [];
    })
    .join("\n");
