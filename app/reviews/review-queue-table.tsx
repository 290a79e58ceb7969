import { describeCaseStatus } from "~/deadlines/describe-case-status";
import { Button } from "~/ui/button";
import { formatDateShort } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import { PostForm } from "~/ui/post-form";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { VisuallyHidden } from "~/ui/visually-hidden";
import type { QueueRow } from "./list-review-queue.server";
import { schoolsInBrief } from "./review-words";

function NextStep({ row, commandId, personId }: { row: QueueRow; commandId: string; personId: string }) {
  const name = schoolsInBrief(row.schools);
  const linked = (text: string) => (
    <a className="govuk-link" href={`/plans/${row.planId}/review`}>
      {text}
      <VisuallyHidden> {name}</VisuallyHidden>
    </a>
  );
  if (row.available.includes("START_REVIEW"))
    return (
      <PostForm action={`/plans/${row.planId}/start-review`} commandId={commandId} reloadDocument>
        <Button variant="secondary" preventDoubleClick>
          Start review<VisuallyHidden> of {name}</VisuallyHidden>
        </Button>
      </PostForm>
    );
  if (row.available.includes("CONFIRM_APPROVAL")) return linked("Decide");
  if (row.reviewer?.id === personId && row.state === "inReview") return linked("Continue review");
  if (!row.independent) return <Tag colour="grey">You are not independent</Tag>;
  return linked("Look");
}

type Props = {
  caption: string;
  rows: QueueRow[];
  /** One key for each row, in order, for the forms that start a review. */
  commandIds: string[];
  personId: string;
  today: string;
};

export function ReviewQueueTable({ caption, rows, commandIds, personId, today }: Props) {
  return (
    <Table
      caption={caption}
      captionSize="m"
      wide
      rowHeaders
      columns={[
        { label: "School" },
        { label: "Council" },
        { label: "Status" },
        { label: "Submitted", nowrap: true },
        { label: "Due", nowrap: true },
        { label: "Revision", numeric: true },
        { label: "Reviewer" },
        { label: <VisuallyHidden>Next step</VisuallyHidden> },
      ]}
      rows={rows.map((row, index) => {
        const { state: planState, dueOn, submittedOn } = row;
        const status = describeCaseStatus({ planState, dueOn, submittedOn, today });
        const waits = planState === "returned" ? null : `Waiting ${formatPlural(row.daysWaiting, "day")}`;
        return {
          key: row.planId,
          cells: [
            <a key="school" className="govuk-link" href={`/plans/${row.planId}/review`}>
              {schoolsInBrief(row.schools)}
            </a>,
            <>
              {row.councilName}
              {row.priority && <div>Priority</div>}
            </>,
            <>
              <Tag colour={status.colour}>{status.tag}</Tag>
              {status.detail && <div>{status.detail}</div>}
            </>,
            <>
              {formatDateShort(submittedOn)}
              {waits && <div>{waits}</div>}
            </>,
            formatDateShort(dueOn),
            row.revision,
            row.reviewer?.name ?? "None yet",
            <NextStep key="next" row={row} commandId={commandIds[index] ?? ""} personId={personId} />,
          ],
        };
      })}
      empty="No plans here."
    />
  );
}
