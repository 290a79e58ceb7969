import { formatCount, formatPlural } from "~/ui/format-number";
import { ErrorSummary } from "~/ui/error-summary";
import { LinkButton } from "~/ui/link-button";
import { FileListTable } from "./file-list-table";
import type { FileList } from "./file-lists";
import { describeRowError, MAX_ERRORS, type RowError } from "./row-error";

const inSummary = 5;

/** The errors of a file at the top of its page, the first of them in full. */
export function FileErrorSummary({ errors, count }: { errors: readonly RowError[]; count: number }) {
  const first = errors
    .slice(0, inSummary)
    .map((error, at) => ({ text: describeRowError(error), href: `#error-${at + 1}` }));
  const more = count - first.length;
  return (
    <ErrorSummary
      title={`The file has ${formatPlural(count, "error")}. Nothing of it was stored`}
      errors={more > 0 ? [...first, { text: `and ${formatCount(more)} more`, href: "#errors" }] : first}
    />
  );
}

/** The errors by line and column, with what was found there, and what to do about them. */
export function FileErrors({ fileId, list }: { fileId: string; list: FileList }) {
  const isSpreadsheet = list.rows.some((cells) => String(cells.at(-1)).startsWith("This is a spreadsheet"));
  return (
    <>
      <div id="errors">
        <FileListTable fileId={fileId} list={list} />
      </div>
      {list.total >= MAX_ERRORS && (
        <p className="govuk-body">Reading stopped at {formatCount(MAX_ERRORS)} errors: there may be more.</p>
      )}
      {isSpreadsheet && <SaveAsCsv />}
      <p className="govuk-body">Correct the file where it comes from, then upload it again.</p>
      <LinkButton href="/results/upload">Upload another file</LinkButton>
    </>
  );
}

function SaveAsCsv() {
  return (
    <>
      <h2 className="govuk-heading-m">How to save a spreadsheet as CSV</h2>
      <ol className="govuk-list govuk-list--number">
        <li>Open the spreadsheet in Excel and choose the sheet with the schools.</li>
        <li>Delete rows above the one with the names of the columns.</li>
        <li>Choose File, then Save as.</li>
        <li>Choose “CSV UTF-8 (comma delimited)” as the type, and save.</li>
        <li>Upload the file that was saved.</li>
      </ol>
    </>
  );
}
