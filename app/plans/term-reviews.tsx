import { formatDate } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import { Table } from "~/ui/table";
import type { Progress } from "./get-progress.server";
import { ProgressStatusTag } from "./progress-status-tag";

/** Term by term whether the council has reviewed the plan as a whole, and how much it has recorded. */
export function TermReviews({ terms }: Pick<Progress, "terms">) {
  return (
    <Table
      caption="Reviews by term"
      captionSize="m"
      rowHeaders
      wide
      columns={[{ label: "Term" }, { label: "Review of the plan as a whole" }, { label: "Entries", numeric: true }]}
      rows={terms.map(({ name, review, entries }) => ({
        key: name,
        cells: [
          name,
          review ? (
            <>
              <ProgressStatusTag status={review.status} /> {formatDate(review.on)}
            </>
          ) : (
            "Not recorded"
          ),
          entries === 0 ? "None" : formatPlural(entries, "entry", "entries"),
        ],
      }))}
      empty="No term has begun since the plan was submitted."
    />
  );
}
