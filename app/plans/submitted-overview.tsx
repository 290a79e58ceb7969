import { DownloadList } from "~/documents/download-list";
import { RevisionDownloads } from "~/documents/revision-downloads";
import { InsetText } from "~/ui/inset-text";
import { formatDateTime } from "~/ui/format-date";
import { CaseStatus } from "./case-status";
import type { PlanDetail } from "./get-plan.server";
import { PlanReading } from "./plan-reading";
import { SubmissionList } from "./submission-list";

const whyReadOnly: Record<string, string> = {
  challenged: "The flag is being challenged. The draft is kept as it is and can be edited again if the flag is upheld.",
  submitted: "You cannot change the plan now. You can withdraw it until a reviewer starts the review.",
  inReview: "A reviewer is reading the plan. You cannot change it unless it is returned.",
  awaitingSecondApproval: "One reviewer approved the plan. Because of what it proposes, a second one decides too.",
  approved: "The plan is approved and cannot be changed. If it must change, the Department can reopen it.",
};

/** A plan that cannot be edited: how it stands, its reference, and all of its text. */
export function SubmittedOverview({ plan }: { plan: PlanDetail }) {
  const { case: found, submissions, id } = plan;
  const latest = submissions.find(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <>
      <CaseStatus {...found} today={plan.today} />
      {latest && found.planState !== "challenged" && (
        <InsetText>
          Reference <strong>{latest.reference}</strong>. {latest.submittedBy} submitted the plan on{" "}
          {formatDateTime(latest.submittedAt)}.
        </InsetText>
      )}
      <p className="govuk-body">{whyReadOnly[found.planState] ?? "This case has ended. The plan is kept to read."}</p>
      {found.available.includes("WITHDRAW_SUBMISSION") && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/plans/${id}/withdraw`}>
            Withdraw submission
          </a>
        </p>
      )}
      {latest && found.planState !== "challenged" ? (
        <RevisionDownloads revisionId={latest.id} />
      ) : (
        <DownloadList downloads={[{ text: "Download the plan (PDF)", href: `/plans/${id}/pdf` }]} />
      )}
      <PlanReading content={plan.content} dates={{ today: plan.today, dueOn: found.dueOn }} />
      <SubmissionList planId={id} submissions={submissions} editable={false} />
    </>
  );
}
