import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { describeCaseStatus, planStateColour, planStateName } from "./describe-case-status";
import type { CouncilCase } from "./list-council-cases.server";

// The heading stands outside the table: a caption would scroll sideways with it on a phone.
/** A council's schools, each with its plan's state and its dates in words. */
export function CaseTable({ cases, today, caption }: { cases: CouncilCase[]; today: string; caption: string }) {
  return (
    <>
      <h2 className="govuk-heading-m">{caption}</h2>
      <Table
        caption={caption}
        captionHidden
        rowHeaders
        wide
        columns={[
          { label: "School" },
          { label: "Plan", nowrap: true },
          { label: "Date" },
          { label: "Status", nowrap: true },
        ]}
        rows={cases.map((row) => {
          const { date, detail } = describeCaseStatus({ ...row, today });
          return {
            key: row.id,
            cells: [
              <span key="school">
                <a className="govuk-link" href={`/cases/${row.id}`}>
                  {row.schoolName}
                </a>
                <br />
                <span className="govuk-hint">{[row.town, row.urn && `URN ${row.urn}`].filter(Boolean).join(", ")}</span>
              </span>,
              <Tag key="plan" colour={planStateColour(row.planState)}>
                {planStateName(row.planState)}
              </Tag>,
              date ?? "No date",
              row.overdue ? (
                <Tag key="status" colour="red">
                  {detail}
                </Tag>
              ) : (
                (detail ?? "Ended")
              ),
            ],
          };
        })}
      />
    </>
  );
}
