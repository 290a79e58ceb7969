import { describeCaseStatus } from "~/deadlines/describe-case-status";
import { formatDateTime } from "~/ui/format-date";
import { SummaryList } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";
import type { Review } from "./review";

/** Which plan is reviewed, when it came in, and whose it is. */
export function ReviewSummary({ review }: { review: Review }) {
  const { state, dueOn, submittedOn, today } = review;
  const status = describeCaseStatus({ planState: state, dueOn, submittedOn, today });
  return (
    <SummaryList
      rows={[
        {
          key: review.schools.length > 1 ? "Schools" : "School",
          value: (
            <>
              {review.schools.map(({ caseId, name }) => (
                <div key={caseId}>
                  <a className="govuk-link" href={`/cases/${caseId}`}>
                    {name}
                  </a>
                </div>
              ))}
            </>
          ),
        },
        { key: "Council", value: review.councilName },
        { key: "Programme", value: review.programmeName },
        {
          key: "Status",
          value: (
            <>
              <Tag colour={status.colour}>{status.tag}</Tag>
              {status.detail && <div>{status.detail}</div>}
            </>
          ),
        },
        {
          key: "Submitted",
          value: `${formatDateTime(review.submittedAt)}, revision ${review.revision}, reference ${review.reference}`,
        },
        {
          key: "Reviewer",
          value: review.reviewer
            ? review.isMine
              ? `${review.reviewer.name} (you)`
              : review.reviewer.name
            : "None yet",
        },
      ]}
    />
  );
}
