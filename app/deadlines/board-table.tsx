import { describeDue, formatDateShort } from "~/ui/format-date";
import { formatCount } from "~/ui/format-number";
import { Table, type TableColumn } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { type BoardQuery, type BoardRow, boardHref, countKeys, countNames, firstOrder, type SortKey } from "./board";

type BoardTableProps = { rows: BoardRow[]; query: BoardQuery; programmeId: string; today: string; caption: string };

const labels: Partial<Record<SortKey, string>> = {
  name: "Council",
  cohort: "Cohort",
  ...countNames,
  days: "Days left",
};

function sortableColumn(query: BoardQuery, key: SortKey): TableColumn {
  const current = query.sort === key;
  const next = current ? (query.order === "asc" ? "desc" : "asc") : firstOrder(key);
  const direction = current ? (query.order === "asc" ? "ascending" : "descending") : "none";
  return {
    label: labels[key],
    numeric: countKeys.some((count) => count === key),
    sort: { href: boardHref({ ...query, sort: key, order: next }), direction },
  };
}

function NextDue({ dueOn, today }: { dueOn: string | null; today: string }) {
  if (!dueOn) return <>Nothing owed</>;
  const words = describeDue(dueOn, today);
  return (
    <>
      {today > dueOn ? <Tag colour="red">{words}</Tag> : words}
      <br />
      <span className="app-nowrap">{formatDateShort(dueOn)}</span>
    </>
  );
}

/** All councils with their plans by state; each heading sorts. */
export function BoardTable({ rows, query, programmeId, today, caption }: BoardTableProps) {
  const columns: SortKey[] = ["name", "cohort", ...countKeys, "days"];
  return (
    <Table
      caption={caption}
      captionHidden
      small
      wide
      stickyHead
      rowHeaders
      columns={columns.map((key) => sortableColumn(query, key))}
      rows={rows.map((row) => ({
        key: row.code,
        cells: [
          <span key="name">
            <a className="govuk-link" href={`/councils/${row.code}?programme=${programmeId}`}>
              {row.name}
            </a>
            <br />
            <span className="govuk-body-s">{row.region}</span>
          </span>,
          row.cohort ? (row.cohort === "priority" ? "Priority" : "Standard") : "Not set",
          ...countKeys.map((key) =>
            key === "overdue" && row.overdue > 0 ? (
              <strong key={key}>{formatCount(row[key])}</strong>
            ) : (
              formatCount(row[key])
            ),
          ),
          <NextDue key="due" dueOn={row.nextDueOn} today={today} />,
        ],
      }))}
      empty="No council matches these filters."
    />
  );
}
