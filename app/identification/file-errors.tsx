import { formatCount, formatPlural } from "~/ui/format-number";
import { ErrorSummary } from "~/ui/error-summary";
import { LinkButton } from "~/ui/link-button";
import { Table } from "~/ui/table";
import { describeRowError, type RowError } from "./row-error";

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

/** Every error by line and column, with what was found there. */
export function FileErrors({ errors, count }: { errors: readonly RowError[]; count: number }) {
  const shown = errors.length < count ? `, the first ${formatCount(errors.length)} of ${formatCount(count)}` : "";
  const isSpreadsheet = errors.some(({ message }) => message.startsWith("This is a spreadsheet"));
  return (
    <>
      <div id="errors">
        <Table
          caption={`Errors by line and column${shown}`}
          captionSize="m"
          wide
          columns={[
            { label: "Line", numeric: true },
            { label: "Column", nowrap: true },
            { label: "Found" },
            { label: "What is wrong" },
          ]}
          rows={errors.map(({ line, column, found, message }, at) => ({
            key: String(at),
            cells: [
              line === null ? "" : formatCount(line),
              column ?? "",
              found === null ? "" : found === "" ? "(blank)" : <code key="found">{found}</code>,
              <span key="message" id={`error-${at + 1}`}>
                {message}
              </span>,
            ],
          }))}
        />
      </div>
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
