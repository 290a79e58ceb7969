import type { ReactNode } from "react";
import { formatCount, formatShare } from "~/ui/format-number";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { CouncilOfRun } from "./list-ranked-councils.server";

type CohortTableProps = {
  councils: readonly CouncilOfRun[];
  smallestCouncil: number;
  caption: string;
  /** A council’s cell beside its name: a checkbox where the cohort is being decided. */
  choice: (council: CouncilOfRun) => ReactNode;
  choiceLabel: string;
  /** Of a published run: how many of a council's flags were removed since, by its code. */
  removed?: Record<string, number>;
};

/** Councils in order of the proportion of their schools that are flagged. */
export function CohortTable({ councils, smallestCouncil, caption, choice, choiceLabel, removed }: CohortTableProps) {
  return (
    <Table
      caption={caption}
      captionSize="m"
      rowHeaders
      wide
      columns={[
        { label: "Council" },
        { label: choiceLabel },
        { label: "Place", numeric: true },
        { label: "Flagged", numeric: true },
        { label: "Eligible", numeric: true },
        { label: "Proportion", numeric: true },
        { label: "Note" },
      ]}
      rows={councils.map((council) => ({
        key: council.code,
        cells: [
          `${council.name} (${council.code})`,
          choice(council),
          council.rank ?? "–",
          <Flagged key="flagged" council={council} removed={removed?.[council.code] ?? 0} />,
          formatCount(council.eligible),
          formatShare(council.flagged, council.eligible),
          <Note key="note" council={council} smallestCouncil={smallestCouncil} />,
        ],
      }))}
      empty="No council has an eligible school."
    />
  );
}

function Flagged({ council, removed }: { council: CouncilOfRun; removed: number }) {
  if (removed === 0) return <>{formatCount(council.flagged)}</>;
  return (
    <>
      {formatCount(council.flagged)}
      <br />
      <span className="govuk-hint">
        {formatCount(removed)} removed since, {formatCount(council.flagged - removed)}{" "}
        {council.flagged - removed === 1 ? "stands" : "stand"}
      </span>
    </>
  );
}

function Note({ council, smallestCouncil }: { council: CouncilOfRun; smallestCouncil: number }) {
  return (
    <>
      {council.proposed && <Tag colour="blue">Proposed</Tag>} {council.tied && <Tag colour="yellow">Tied</Tag>}
      {council.rank === null && `Fewer than ${smallestCouncil} eligible schools`}
    </>
  );
}
