import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { describeCaseStatus, planStateName } from "./describe-case-status";
import type { CouncilCase } from "./list-council-cases.server";

/** A council's schools, each with its plan's state and its dates in words. */
export function CaseTable({ cases, today, caption }: { cases: CouncilCase[]; today: string; caption: string }) {
  return (
    <Table
      caption={caption}
      captionSize="m"
      rowHeaders
      wide
      columns={[{ label: "School" }, { label: "Plan" }, { label: "Date" }, { label: "Status" }]}
      rows={cases.map((row) => {
        const { tag, colour, date, detail } = describeCaseStatus({ ...row, today });
        return {
          key: row.id,
          cells: [
            <span key="school">
              <a className="govuk-link" href={`/cases/${row.id}/history`}>
                {row.schoolName}
              </a>
              <br />
              <span className="govuk-hint">{[row.town, row.urn && `URN ${row.urn}`].filter(Boolean).join(", ")}</span>
            </span>,
            planStateName(row.planState),
            date ?? "No date",
            <span key="status">
              <Tag colour={colour}>{tag}</Tag>
              {detail && (
                <>
                  <br />
                  {detail}
                </>
              )}
            </span>,
          ],
        };
      })}
    />
  );
}
