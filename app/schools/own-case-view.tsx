import { DownloadList } from "~/documents/download-list";
import { orderedSections } from "~/plans/plan-sections";
import { SectionView } from "~/plans/section-view";
import { formatDate } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { LinkButton } from "~/ui/link-button";
import { VisuallyHidden } from "~/ui/visually-hidden";
import { describeConcern, describeExitRule, describeFlagRule } from "./describe-rule";
import type { OwnCase } from "./get-own-school.server";
import { ResultsChart } from "./results-chart";

// In words of its own: what the council's page says of a case carries the Department's date.
const standing: Record<string, string> = {
  identified: "Your council has not started the plan yet.",
  challenged: "Your council has challenged the flag. The Department decides.",
  drafting: "Your council is writing the plan.",
  submitted: "Your council has submitted the plan to the Department.",
  inReview: "The Department is reviewing the plan.",
  awaitingSecondApproval: "The Department is reviewing the plan.",
  returned: "The Department has returned the plan to your council with comments.",
  approved: "The Department has approved the plan.",
  removed: "The flag was removed. No plan is needed.",
  exited: "The school has left the programme. No more is needed.",
  closed: "The case has ended because the school closed.",
};

function Reply({ own }: { own: OwnCase }) {
  const { reply, canReply, replyByOn, planId } = own;
  if (!reply && !canReply) return null;
  return (
    <>
      <h3 className="govuk-heading-m">Your reply</h3>
      {reply ? (
        <InsetText>
          <p className="govuk-body">
            You {reply.stance === "acknowledged" ? "acknowledged" : "disagreed with"} the plan on{" "}
            {formatDate(reply.givenAt)}. Your reply stays with the plan.
          </p>
          {reply.comment && <p className="govuk-body app-typed-text">{reply.comment}</p>}
        </InsetText>
      ) : (
        <p className="govuk-body">
          You have the right to reply to the plan before your council submits it.
          {replyByOn && ` Your council asks you to reply by ${formatDate(replyByOn)}.`}
        </p>
      )}
      {canReply && (
        <LinkButton href={`/your-school/reply?plan=${planId}`} variant={reply ? "secondary" : undefined}>
          {reply ? "Change your reply" : "Reply to the plan"}
        </LinkButton>
      )}
    </>
  );
}

function Plan({ own: { content, id, planId, programme } }: { own: OwnCase }) {
  if (!content) return null;
  return (
    <>
      <h3 className="govuk-heading-m">The plan</h3>
      <DownloadList
        downloads={[
          { text: "Download the plan (PDF)", href: `/your-school/pdf?plan=${planId}`, hiddenText: programme.name },
        ]}
      />
      {orderedSections.map(({ key, number, title }) => (
        // No landmark: a school with plans in two programmes would have each of them twice under one name.
        <div key={key}>
          <h4 className="govuk-heading-s" id={`${id}-${key}`}>
            {number}. {title}
          </h4>
          <SectionView section={key} content={content} id={`${id}-${key}-view`} withoutResults />
        </div>
      ))}
    </>
  );
}

/** One programme's case of a headteacher's own school: how it stands, the reply, the flag, the figures, the plan. */
export function OwnCaseView({ own }: { own: OwnCase }) {
  const { id, programme, planState, flag, results } = own;
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-l" id={id}>
        {programme.name}
      </h2>
      <p className="govuk-body-l">{standing[planState]}</p>
      <Reply own={own} />
      <h3 className="govuk-heading-m">Why a plan is needed</h3>
      {flag && <InsetText>{flag.sentence}.</InsetText>}
      <p className="govuk-body">{describeFlagRule(programme)}</p>
      {flag?.firstConcern && <p className="govuk-body">{describeConcern(programme)}</p>}
      <p className="govuk-body">{describeExitRule(programme)}</p>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={`/cases/${id}/explained`}>
          How the flag was worked out<VisuallyHidden>: {programme.name}</VisuallyHidden>
        </a>
      </p>
      <ResultsChart id={`${id}-results`} results={results} />
      <Plan own={own} />
    </section>
  );
}
