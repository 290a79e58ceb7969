import { SchoolCell } from "~/schools/school-cell";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { RunSchoolItem } from "./list-run-schools.server";

/** Schools of a run: the result of each year of the rule, and the sentence that says why. */
export function RunSchoolsTable({
  runId,
  schools,
  years,
  caption,
  captionHidden,
  empty,
}: {
  runId: string;
  schools: readonly RunSchoolItem[];
  years: readonly number[];
  caption: string;
  captionHidden?: boolean;
  empty: string;
}) {
  return (
    <Table
      caption={caption}
      captionSize="m"
      captionHidden={captionHidden}
      rowHeaders
      wide
      columns={[
        { label: "School" },
        { label: "Council" },
        ...years.map((year) => ({ label: String(year), numeric: true })),
        { label: "Why", prose: true },
        { label: "Outcome", nowrap: true },
      ]}
      rows={schools.map((school) => ({
        key: school.schoolId,
        cells: [
          <SchoolCell key="school" school={school} href={`/runs/${runId}/schools/${school.schoolId}`} />,
          school.council,
          ...years.map((year) => school.values[year] ?? (school.codes[year] || "–")),
          school.sentence,
          <Outcome key="outcome" school={school} />,
        ],
      }))}
      empty={empty}
    />
  );
}

function Outcome({ school: { flagged, firstConcern, boundary, eligible } }: { school: RunSchoolItem }) {
  return (
    <>
      {firstConcern ? (
        <Tag colour="orange">First concern</Tag>
      ) : flagged ? (
        <Tag colour="yellow">Flagged</Tag>
      ) : eligible ? (
        <Tag colour="green">Not flagged</Tag>
      ) : (
        <Tag colour="grey">Not eligible</Tag>
      )}
      {boundary && (
        <>
          {" "}
          <Tag colour="purple">Boundary</Tag>
        </>
      )}
    </>
  );
}
