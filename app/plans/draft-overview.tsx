import { describeCaseStatus } from "~/deadlines/describe-case-status";
import { WithoutEvidence } from "~/evidence/without-evidence";
import { DownloadList } from "~/documents/download-list";
import { formatDate } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { LinkButton } from "~/ui/link-button";
import { SummaryList } from "~/ui/summary-list";
import { TaskList } from "~/ui/task-list";
import type { SectionKey } from "~workflows/school-plan/types";
import { CaseStatus } from "./case-status";
import type { PlanDetail, SectionDetail } from "./get-plan.server";
import { headReplyOf } from "./plan-content";
import { SubmissionList } from "./submission-list";

const hintOf = ({ comment, intro }: SectionDetail, wordsLeft: number) => (
  <>
    {comment ? (
      <>
        <strong>Reviewer’s comment:</strong> <span className="app-typed-text">{comment.comment}</span>
      </>
    ) : (
      intro
    )}
    {wordsLeft > 0 && <div>{formatPlural(wordsLeft, "place")} to look at before the plan is submitted</div>}
  </>
);

function ReturnNotice({ plan }: { plan: PlanDetail }) {
  const comments = plan.sections.filter(({ comment }) => comment);
  const waiting = comments.filter(({ comment }) => comment?.reply === "");
  const { date, detail } = describeCaseStatus({ ...plan.case, today: plan.today });
  return (
    <InsetText>
      <p className="govuk-body govuk-!-font-weight-bold">
        The reviewer returned this plan. {date}. {detail}.
      </p>
      <p className="govuk-body">
        {formatPlural(comments.length, "section")} {comments.length === 1 ? "has" : "have"} a comment
        {waiting.length > 0 ? `, ${waiting.length} still to answer` : ", all answered"}. Sections that are accepted stay
        accepted unless you change them.
      </p>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={`/plans/${plan.id}/answers`}>
          See each comment beside your reply and what you changed
        </a>
      </p>
    </InsetText>
  );
}

function HeadReply({ plan }: { plan: PlanDetail }) {
  const { headReplies, setting } = plan.content;
  const date = {
    text: plan.replyByOn ? "Change" : "Set a date",
    href: `/plans/${plan.id}/reply-date`,
    hiddenText: "by which the headteacher replies",
  };
  return (
    <>
      <h2 className="govuk-heading-m">Headteacher’s reply</h2>
      <SummaryList
        rows={[
          ...setting.schools.map((school) => {
            const reply = headReplyOf(school, headReplies);
            const words = reply?.stance === "acknowledged" ? "Acknowledged" : "Disagreed";
            return { key: school.name, value: reply ? `${words} on ${formatDate(reply.givenAt)}` : "No reply yet" };
          }),
          { key: "Reply by", value: plan.replyByOn ? formatDate(plan.replyByOn) : "No date set", actions: [date] },
        ]}
      />
    </>
  );
}

/**
 * A plan that can be edited: when it is due, its sections as tasks, the head's reply, what was submitted before.
 * `wordsLeft` has the section of each place that the check of words found and nobody has settled.
 */
export function DraftOverview({ plan, wordsLeft }: { plan: PlanDetail; wordsLeft: SectionKey[] }) {
  const { sections, id } = plan;
  const done = sections.filter(
    ({ complete, accepted, comment }) => accepted || (complete && comment?.reply !== ""),
  ).length;
  const openNotes = sections.reduce((sum, section) => sum + section.openNotes, 0);
  return (
    <>
      {plan.case.planState === "returned" ? (
        <ReturnNotice plan={plan} />
      ) : (
        <CaseStatus {...plan.case} today={plan.today} />
      )}
      <h2 className="govuk-heading-m">Sections</h2>
      <p className="govuk-body">
        You have completed {done} of {sections.length} sections.
      </p>
      <TaskList
        items={sections.map((section) => ({
          title: `${section.number}. ${section.title}`,
          href: `/plans/${id}/sections/${section.key}`,
          hint: hintOf(section, wordsLeft.filter((key) => key === section.key).length),
          status: section.status,
        }))}
      />
      <WithoutEvidence plan={plan} />
      <p className="govuk-body">
        <a className="govuk-link" href={`/plans/${id}/notes`}>
          Notes between colleagues
        </a>
        {openNotes > 0 && ` (${openNotes} to deal with)`}
      </p>
      <HeadReply plan={plan} />
      <LinkButton href={`/plans/${id}/check`}>Check your answers</LinkButton>
      <DownloadList downloads={[{ text: "Download the draft (PDF)", href: `/plans/${id}/pdf` }]} />
      <SubmissionList planId={id} submissions={plan.submissions} editable />
    </>
  );
}
