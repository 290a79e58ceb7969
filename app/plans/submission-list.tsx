import { formatDateTime } from "~/ui/format-date";
import { Table } from "~/ui/table";
import type { Submission } from "./get-plan.server";

/** What was submitted and when, withdrawn submissions included. Nothing where there was none. */
export function SubmissionList({ submissions }: { submissions: Submission[] }) {
  if (submissions.length === 0) return null;
  return (
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
  );
}
