import { describeRule } from "~/identification/describe-rule";
import { formatDate } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { SummaryList } from "~/ui/summary-list";
import { describeConcern, describeExitRule } from "./describe-rule";
import type { Explanation } from "./explanation";
import { ExplainedCalculation } from "./explained-calculation";
import { ExplainedContext } from "./explained-context";

function Sources({ explanation: { files, rule, run } }: { explanation: Explanation }) {
  return (
    <>
      <h2 className="govuk-heading-m">The rule in words</h2>
      {describeRule(rule).map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
      <p className="govuk-body">
        This is version {run.ruleVersion} of the rule. Values are compared as they are published, to four decimal
        places, and never rounded first.
      </p>
      <h2 className="govuk-heading-m">Files that the run read</h2>
      <SummaryList
        rows={files.map(({ id, filename, years, checksum }) => ({
          id,
          key: filename,
          value: (
            <>
              Results of {years.join(", ")}
              <br />
              SHA-256 checksum <code className="app-typed-text">{checksum}</code>
            </>
          ),
        }))}
      />
    </>
  );
}

/** What a flag means for the school and the council: of no use to a school that has none. */
function WhatFollows({ programme }: Pick<Explanation, "programme">) {
  return (
    <>
      <h2 className="govuk-heading-m">When the school leaves the programme</h2>
      <p className="govuk-body">{describeExitRule(programme)}</p>
      <h2 className="govuk-heading-m">If the figures or the rule look wrong</h2>
      <p className="govuk-body">
        The council can challenge the flag with evidence before it submits the plan. The Department then upholds the
        flag or removes it, with a reason.
      </p>
      <p className="govuk-body">
        The headteacher has the right to reply to the plan before it is submitted. The reply stays with the plan.
      </p>
    </>
  );
}

/** How the Department explains what a run says of a school: made to be printed and handed over. */
export function ExplainedFlag({ explanation }: { explanation: Explanation }) {
  const { school, heldAs, programme, run, flagged, firstConcern, sentence } = explanation;
  return (
    <>
      <p className="govuk-body">
        {[school.urn && `URN ${school.urn}`, `LAESTAB ${school.laestab}`, school.council, school.region]
          .filter(Boolean)
          .join(", ")}
        . {programme.name}, identification run {run.number}
        {run.publishedAt ? `, published on ${formatDate(run.publishedAt)}` : ", not published"}.
      </p>
      {heldAs && <p className="govuk-body">When the run was made, the school was {heldAs}.</p>}
      <h2 className="govuk-heading-m">{flagged ? "Why a plan is needed" : "Why no plan is needed"}</h2>
      <InsetText>{sentence}.</InsetText>
      {firstConcern && <p className="govuk-body">{describeConcern(programme)}</p>}
      <ExplainedCalculation explanation={explanation} />
      <ExplainedContext explanation={explanation} />
      {flagged && <WhatFollows programme={programme} />}
      <Sources explanation={explanation} />
    </>
  );
}
