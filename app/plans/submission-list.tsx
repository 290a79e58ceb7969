import { formatDateTime } from "~/ui/format-date";
import { Table } from "~/ui/table";
import type { Submission } from "./get-plan.server";

type SubmissionListProps = {
  planId: string;
  submissions: Submission[];
  /** Whether there is a draft to compare a single submission with. */
  editable: boolean;
};

/** What was submitted and when, withdrawn submissions included. Nothing where there was none. */
export function SubmissionList({ planId, submissions, editable }: SubmissionListProps) {
  if (submissions.length === 0) return null;
  const comparable = submissions.length > 1 || editable;
  return (
    <>
      <Table
        caption="Submissions"
        captionSize="m"
        wide
        columns={[{ label: "Reference", nowrap: true }, { label: "Submitted" }, { label: "By" }]}
        rowHeaders
        rows={submissions.map(({ id, reference, submittedAt, submittedBy, withdrawnAt }) => ({
          key: id,
          cells: [
            <a key="link" className="govuk-link" href={`/revisions/${id}`}>
              {reference}
            </a>,
            <>
              {formatDateTime(submittedAt)}
              {withdrawnAt && (
                <>
                  <br />
                  Withdrawn {formatDateTime(withdrawnAt)}
                </>
              )}
            </>,
            submittedBy,
          ],
        }))}
      />
      {comparable && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/plans/${planId}/compare`}>
            {editable ? "See what changed since the last submission" : "See what changed between submissions"}
          </a>
        </p>
      )}
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={`/plans/${planId}/feed`}>
          Follow this plan in a feed (Atom)
        </a>
      </p>
    </>
  );
}
