import { sectionKeys, type SectionKey } from "~workflows/school-plan/types";
import { checkWords } from "./check-words";
import { actionFieldLabel } from "./compare-actions";
import type { PlanActionContent, PlanContent, SectionContent } from "./plan-content";
import { fieldLabel } from "./section-labels";
import type { WordFinding } from "./word-finding";

export type PlanWordFinding = WordFinding & {
  section: SectionKey;
  /** The field's name; of an action with its id before it. */
  field: string;
  /** Where it is, in words: "Evidence for maths", "Action 2: Milestone". */
  label: string;
  /** The field's page under the plan's address, with the field's place on it. */
  place: string;
};

type CheckedText = Pick<PlanWordFinding, "section" | "field" | "label" | "place"> & { text: string };

// No text that anybody writes: choices and dates.
const notWritten = ["id", "kind", "startsOn", "endsOn"];

const textsOf = (section: SectionKey, content: SectionContent): CheckedText[] =>
  Object.entries(content).flatMap(([field, text]) =>
    typeof text === "string"
      ? [{ section, field, label: fieldLabel(field), place: `sections/${section}#${field}`, text }]
      : [],
  );

const textsOfAction = (action: PlanActionContent, index: number): CheckedText[] =>
  Object.entries(action).flatMap(([field, text]) =>
    typeof text === "string" && !notWritten.includes(field)
      ? [
          {
            section: "actions" as const,
            field: `${action.id}.${field}`,
            label: `Action ${index + 1}: ${actionFieldLabel(field)}`,
            place: `actions/${action.id}#${field}`,
            text,
          },
        ]
      : [],
  );

/**
 * What the check of words finds in all that a council wrote, in the plan's order. The head's reply and the reviewer's
 * comments are theirs and are not checked. The same words twice in one sentence are one finding.
 */
export function checkPlanWords({ sections, actions }: Pick<PlanContent, "sections" | "actions">): PlanWordFinding[] {
  const texts = sectionKeys.flatMap((key) => [
    ...(key === "actions" ? actions.flatMap(textsOfAction) : []),
    ...textsOf(key, sections[key]),
  ]);
  return texts.flatMap(({ text, ...where }) => {
    const seen = new Set<string>();
    return checkWords(text).flatMap((finding) => {
      const one = JSON.stringify([finding.words, finding.sentence]);
      if (seen.has(one)) return [];
      seen.add(one);
      return [{ ...finding, ...where }];
    });
  });
}
