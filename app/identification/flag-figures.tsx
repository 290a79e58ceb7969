import { describeFlagRule } from "~/schools/describe-rule";
import { formatPercent } from "~/ui/format-number";
import { SummaryCard } from "~/ui/summary-card";
import { SummaryList } from "~/ui/summary-list";
import type { FlagFigures as Figures } from "./get-challenge.server";

/** How the flag was worked out, for whoever decides on it. */
export function FlagFigures({ figures }: { figures: Figures }) {
  const { caseId, rule, sentence, results } = figures;
  return (
    <SummaryCard title="The calculation">
      <SummaryList
        rows={[
          ...(sentence ? [{ key: "Reason", value: `${sentence}.` }] : []),
          { key: "Rule", value: describeFlagRule(rule) },
          ...results.map(({ year, value, code }) => ({
            key: String(year),
            value: value === null ? (code ? `No value (${code})` : "No value") : formatPercent(value),
          })),
          {
            key: "In full",
            value: (
              <a className="govuk-link" href={`/cases/${caseId}/explained`}>
                How the flag was worked out
              </a>
            ),
          },
        ]}
      />
    </SummaryCard>
  );
}
