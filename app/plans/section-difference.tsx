import { formatPercent } from "~/ui/format-number";
import { SummaryCard } from "~/ui/summary-card";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { actionKindName } from "./action-kinds";
import type { ActionDifference, FieldDifference } from "./compare-actions";
import type { SectionDifference as Difference, TargetDifference } from "./compare-plans";
import { TextDifference } from "./text-difference";

function Value({ field }: { field: FieldDifference }) {
  if (field.kind === "text") return <TextDifference difference={field.difference} />;
  const { before, after } = field;
  const pieces = [
    ...(before ? [{ kind: "removed" as const, text: before }] : []),
    ...(before && after ? [{ kind: "same" as const, text: " " }] : []),
    ...(after ? [{ kind: "added" as const, text: after }] : []),
  ];
  return <TextDifference difference={{ by: "words", pieces }} />;
}

const rowOf = (field: FieldDifference): SummaryRow => ({
  id: field.field,
  key: field.label,
  value: <Value field={field} />,
});

function describeAction({ change, before, after, moved, kind }: ActionDifference): string {
  const name = actionKindName(kind);
  if (change === "added") return `Action ${after} added: ${name}`;
  if (change === "removed") return `Action ${before} removed: ${name}`;
  const number = before === after ? `Action ${after}` : `Action ${after} (was ${before})`;
  if (change === "moved") return `${number} moved: ${name}`;
  return `${number} changed${moved ? " and moved" : ""}: ${name}`;
}

function Action({ action }: { action: ActionDifference }) {
  return (
    <SummaryCard title={describeAction(action)} headingLevel={3}>
      {action.fields.length > 0 ? (
        <SummaryList rows={action.fields.map(rowOf)} />
      ) : (
        <p className="govuk-body">Its text is the same.</p>
      )}
    </SummaryCard>
  );
}

const shown = (value: number | null) => (value === null ? "–" : formatPercent(value));

function describePoints(points: number | null): string {
  if (points === null) return "–";
  if (points === 0) return "Same";
  return `${Math.abs(points)} ${points > 0 ? "higher" : "lower"}`;
}

function Targets({ targets, caption }: { targets: TargetDifference[]; caption: string }) {
  return (
    <Table
      caption={caption}
      captionSize="s"
      rowHeaders
      columns={[
        { label: "Year" },
        { label: "Old", numeric: true },
        { label: "New", numeric: true },
        { label: "Points", numeric: true },
      ]}
      rows={targets.map(({ year, before, after, points }) => ({
        key: String(year),
        cells: [year, shown(before), shown(after), describePoints(points)],
      }))}
    />
  );
}

/** What one section says otherwise than before: texts with their marks, actions field by field, targets year by year. */
export function SectionDifference({ section }: { section: Difference }) {
  const { fields, actions, targets } = section;
  return (
    <>
      {targets.length > 0 && <Targets targets={targets} caption="Targets, old and new" />}
      {actions.map((action) => (
        <Action key={action.id} action={action} />
      ))}
      {fields.length > 0 && <SummaryList rows={fields.map(rowOf)} />}
    </>
  );
}
