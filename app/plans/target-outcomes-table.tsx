import { formatPercent } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { Table } from "~/ui/table";
import type { Progress } from "./get-progress.server";

function describeDifference(points: number): string {
  if (points === 0) return "Met exactly";
  const size = `${Math.abs(points)} ${Math.abs(points) === 1 ? "point" : "points"}`;
  return points > 0 ? `Met, ${size} above` : `Missed by ${size}`;
}

/** The targets of an approved plan beside the results published since, and what the exit rule says of them. */
export function TargetOutcomes({ outcomes, exit }: Pick<Progress, "outcomes" | "exit">) {
  return (
    <>
      <Table
        caption="Results against the targets"
        captionSize="m"
        rowHeaders
        wide
        columns={[
          { label: "Year" },
          { label: "Target", numeric: true },
          { label: "Result", numeric: true },
          { label: "Against the target" },
        ]}
        rows={outcomes.map(({ year, target, result, points }) => ({
          key: String(year),
          cells: [
            year,
            target === null ? "None" : formatPercent(target),
            result?.words ?? "Not published yet",
            points === null ? "–" : describeDifference(points),
          ],
        }))}
        empty="The plan has no targets."
      />
      <InsetText>
        <p className="govuk-body govuk-!-font-weight-bold">{exit.sentence}</p>
        <p className="govuk-body">{exit.rule}</p>
      </InsetText>
    </>
  );
}
