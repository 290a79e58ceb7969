import { formatDateTime } from "~/ui/format-date";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import type { RunPage } from "./get-run.server";

/** Who did what with a run, and the files whose results it read. */
export function RunFacts({ run }: { run: RunPage }) {
  const { createdAt, createdBy, confirmedAt, confirmedBy, publishedAt, publishedBy, files } = run;
  const at = (key: string, when: string | null, who: string) =>
    when ? [{ key, value: `${formatDateTime(when)} by ${who}` }] : [];
  return (
    <>
      <h2 className="govuk-heading-m">About this run</h2>
      <SummaryList
        rows={[
          ...at("Started", createdAt, createdBy),
          ...at("Confirmed", confirmedAt, confirmedBy),
          ...at("Published", publishedAt, publishedBy),
        ]}
      />
      <Table
        caption="Files whose results were read"
        captionSize="m"
        rowHeaders
        wide
        columns={[{ label: "File" }, { label: "Years", nowrap: true }, { label: "Checksum (SHA-256)", prose: true }]}
        rows={files.map(({ id, filename, years, checksum }) => ({
          key: id,
          cells: [
            <a key="file" className="govuk-link" href={`/results/${id}`}>
              {filename}
            </a>,
            years.join(", "),
            <code key="checksum" className="app-typed-text">
              {checksum}
            </code>,
          ],
        }))}
        empty="No file of this measure had been taken over."
      />
    </>
  );
}
