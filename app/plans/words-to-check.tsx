import { Details } from "~/ui/details";
import { formatPlural } from "~/ui/format-number";
import { SummaryCard } from "~/ui/summary-card";
import { SummaryList } from "~/ui/summary-list";
import type { JudgedFinding } from "./list-word-findings.server";
import { MarkedSentence } from "./marked-sentence";

type WordsToCheckProps = { planId: string; findings: JudgedFinding[] };

function Finding({ planId, finding }: { planId: string; finding: JudgedFinding }) {
  const { key, words, label, why, suggestion, place, accepted } = finding;
  const keep = {
    text: accepted ? "Change the reason" : "Keep it with a reason",
    href: `/plans/${planId}/words/${key}`,
  };
  return (
    <div id={`words-${key}`} tabIndex={-1}>
      <SummaryCard
        title={`“${words}”`}
        headingLevel={3}
        actions={[{ text: "Change the text", href: `/plans/${planId}/${place}` }, keep]}
      >
        <SummaryList
          rows={[
            { key: label, value: <MarkedSentence {...finding} /> },
            ...(accepted
              ? [
                  {
                    key: `Why it stays, ${accepted.by}`,
                    value: <span className="app-typed-text">{accepted.reason}</span>,
                  },
                ]
              : [
                  { key: "Why it was found", value: why },
                  { key: "Instead", value: suggestion },
                ]),
          ]}
        />
      </SummaryCard>
    </div>
  );
}

/** What the check of words found in a draft: what is left to change or to give a reason for, and what was settled. */
export function WordsToCheck({ planId, findings }: WordsToCheckProps) {
  const open = findings.filter(({ accepted }) => accepted === null);
  const kept = findings.filter(({ accepted }) => accepted !== null);
  return (
    <section aria-labelledby="words">
      <h2 className="govuk-heading-m" id="words">
        Words to check
      </h2>
      <p className="govuk-body">
        {open.length === 0
          ? "The text was checked for words that condemn, for personal data and for empty phrases. Nothing is left to settle."
          : `${formatPlural(open.length, "place")} in the text may condemn somebody, tell who a person is, or say nothing. Change each one, or keep it and say why.`}
      </p>
      {open.map((finding) => (
        <Finding key={finding.key} planId={planId} finding={finding} />
      ))}
      {kept.length > 0 && (
        <Details summary={`${formatPlural(kept.length, "place")} kept with a reason`}>
          {kept.map((finding) => (
            <Finding key={finding.key} planId={planId} finding={finding} />
          ))}
        </Details>
      )}
    </section>
  );
}
