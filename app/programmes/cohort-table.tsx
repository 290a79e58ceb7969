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
};

/** Councils in order of the proportion of their schools that are flagged. */
export function CohortTable({ councils, smallestCouncil, caption, choice, choiceLabel }: CohortTableProps) {
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
          formatCount(council.flagged),
          formatCount(council.eligible),
          formatShare(council.flagged, council.eligible),
          <Note key="note" council={council} smallestCouncil={smallestCouncil} />,
        ],
      }))}
      empty="No council has an eligible school."
    />
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
