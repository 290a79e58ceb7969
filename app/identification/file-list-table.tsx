import type { CsvCell } from "~/platform/csv";
import { formatCount } from "~/ui/format-number";
import { Table } from "~/ui/table";
import { fileListHref, type FileList, fileLists } from "./file-lists";

/** A page of a list of a file's rows, the values that a file brings in bold, and where the rest and the CSV are. */
export function FileListTable({ fileId, list, page }: { fileId: string; list: FileList; page?: number }) {
  const { id, columns, rows, total } = list;
  const isPart = rows.length < total;
  const title = fileLists[id];
  const from = page === undefined ? 1 : (page - 1) * rows.length + 1;
  const after = columns.findIndex(({ label }) => label === "After");
  const writeCell = (at: number) => (cell: CsvCell, column: number) => {
    const text = cell === null ? "" : typeof cell === "number" && isCount(columns[column]) ? formatCount(cell) : cell;
    if (id === "errors" && column === FOUND) return found(cell);
    if (id === "errors" && column === MESSAGE) return <span id={`error-${from + at}`}>{text}</span>;
    return column === after ? <strong key="after">{text}</strong> : text;
  };
  return (
    <>
      <Table
        caption={
          isPart && page === undefined
            ? `${title}, the first ${formatCount(rows.length)} of ${formatCount(total)}`
            : title
        }
        captionSize="m"
        captionHidden={page !== undefined}
        rowHeaders={id !== "errors" && id !== "choices"}
        wide
        columns={columns.filter((_, column) => tells(list, column))}
        rows={rows.map((cells, at) => ({
          key: String(at),
          cells: cells.map(writeCell(at)).filter((_, column) => tells(list, column)),
        }))}
        empty="There are none."
      />
      <p className="govuk-body app-no-print">
        {isPart && page === undefined && (
          <>
            <a className="govuk-link" href={fileListHref(fileId, id)}>
              {title}: all {formatCount(total)}
            </a>
            {" · "}
          </>
        )}
        <a className="govuk-link" href={fileListHref(fileId, id, "csv")} download>
          {title} as CSV
        </a>
      </p>
    </>
  );
}

const [FOUND, MESSAGE] = [2, 3];

/** Whether a column tells one row from another: files have one measure as a rule, and few changes are of pupils. */
function tells({ columns, rows }: FileList, at: number): boolean {
  const { label } = columns[at] ?? {};
  if (label === "Measure") return new Set(rows.map((cells) => cells[at])).size > 1;
  return label?.startsWith("Pupils") ? rows.some((cells) => cells[at] !== null) : true;
}

const isCount = (column: FileList["columns"][number] | undefined) =>
  column?.numeric === true && column.label !== "Year";

const found = (cell: unknown) => (cell === null ? "" : cell === "" ? "(blank)" : <code>{String(cell)}</code>);
