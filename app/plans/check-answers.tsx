import { WithoutEvidence } from "~/evidence/without-evidence";
import { formatPlural } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { LinkButton } from "~/ui/link-button";
import { Tag } from "~/ui/tag";
import type { PlanDetail } from "./get-plan.server";
import type { JudgedFinding } from "./list-word-findings.server";
import { SectionView } from "./section-view";
import { WordsToCheck } from "./words-to-check";

/** All of a draft to read before it is submitted, each section with the way back to it. */
export function CheckAnswers({ plan, findings }: { plan: PlanDetail; findings: JudgedFinding[] }) {
  const { sections, content, id, isLead } = plan;
  const left = sections.filter(({ complete, comment }) => !complete || comment?.reply === "");
  const words = findings.filter(({ accepted }) => accepted === null).length;
  return (
    <>
      {words > 0 && (
        <InsetText>
          <a className="govuk-link" href="#words">
            {formatPlural(words, "place")} in the text {words === 1 ? "has" : "have"} to be changed or kept with a
            reason
          </a>{" "}
          before the plan can be submitted.
        </InsetText>
      )}
      {sections.map(({ key, number, title, status, comment }) => (
        <section key={key} aria-labelledby={`heading-${key}`}>
          <h2 className="govuk-heading-m" id={`heading-${key}`}>
            {number}. {title}
          </h2>
          <p className="govuk-body">
            {status.colour ? <Tag colour={status.colour}>{status.text}</Tag> : status.text}{" "}
            <a className="govuk-link" href={`/plans/${id}/sections/${key}`}>
              Change<span className="govuk-visually-hidden"> {title.toLowerCase()}</span>
            </a>
          </p>
          {comment && (
            <InsetText>
              <p className="govuk-body">
                <strong>Reviewer’s comment:</strong> <span className="app-typed-text">{comment.comment}</span>
              </p>
              <p className="govuk-body">
                <strong>Your reply:</strong> <span className="app-typed-text">{comment.reply || "Not given yet"}</span>
              </p>
            </InsetText>
          )}
          <SectionView
            section={key}
            content={content}
            planId={id}
            markMissing
            dates={{ today: plan.today, dueOn: plan.case.dueOn }}
          />
        </section>
      ))}
      <WordsToCheck planId={id} findings={findings} />
      {left.length > 0 && (
        <InsetText>
          Before the plan can be submitted, these sections must be finished: {left.map(({ title }) => title).join(", ")}
          .
        </InsetText>
      )}
      <WithoutEvidence plan={plan} />
      <LinkButton href={`/plans/${id}/submit`}>{isLead ? "Continue to submit" : "Continue"}</LinkButton>
    </>
  );
}
