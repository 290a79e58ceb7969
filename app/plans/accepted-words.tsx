import { Details } from "~/ui/details";
import { formatPlural } from "~/ui/format-number";
import { SummaryList } from "~/ui/summary-list";
import type { SectionKey } from "~workflows/school-plan/types";
import type { PlanContent } from "./plan-content";

/** The words of one section that the check found and the council kept, with its reasons. Nothing where there are none. */
export function AcceptedWords({ section, content }: { section: SectionKey; content: PlanContent }) {
  const kept = (content.acceptedWords ?? []).filter((words) => words.section === section);
  if (kept.length === 0) return null;
  return (
    <Details summary={`${formatPlural(kept.length, "place")} that the council kept after the check of words`}>
      <SummaryList
        rows={kept.map(({ label, words, sentence, reason }, index) => ({
          id: String(index),
          key: `“${words}”`,
          value: (
            <>
              <span className="app-typed-text">
                {label}: {sentence}
              </span>
              <br />
              <span className="app-typed-text">
                <strong>Why it stays:</strong> {reason}
              </span>
            </>
          ),
        }))}
      />
    </Details>
  );
}
