import { formatDateTimeShort } from "~/ui/format-date";
import { formatCount } from "~/ui/format-number";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { runState } from "./run-state";

type Run = {
  id: string;
  number: number;
  state: string;
  createdAt: string;
  eligible: number;
  flagged: number;
  firstConcern: number;
};

/** The runs of a programme so far, the newest first. */
export function RunsTable({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) return null;
  return (
    <Table
      caption="Runs so far"
      captionSize="m"
      rowHeaders
      wide
      columns={[
        { label: "Run" },
        { label: "State", nowrap: true },
        { label: "Started", nowrap: true },
        { label: "Eligible", numeric: true },
        { label: "Flagged", numeric: true },
        { label: "First concern", numeric: true },
      ]}
      rows={runs.map(({ id, number, state, createdAt, ...counts }) => {
        const { text, colour } = runState(state);
        return {
          key: id,
          cells: [
            <a key="run" className="govuk-link" href={`/runs/${id}`}>
              Run {number}
            </a>,
            <Tag key="state" colour={colour}>
              {text}
            </Tag>,
            formatDateTimeShort(createdAt),
            formatCount(counts.eligible),
            formatCount(counts.flagged),
            formatCount(counts.firstConcern),
          ],
        };
      })}
    />
  );
}
