import { formatPlural } from "~/ui/format-number";
import { Table } from "~/ui/table";
import type { MovedCase } from "./list-moved-cases.server";

/** Plans of schools that moved to another council since they were flagged; nothing where there are none. */
export function MovedCases({ cases }: { cases: readonly MovedCase[] }) {
  if (cases.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m" id="moved">
        Schools that moved to another council
      </h2>
      <p className="govuk-body">
        {formatPlural(cases.length, "plan")} {cases.length === 1 ? "is" : "are"} still owed by the council that had the
        school when it was flagged.
      </p>
      <Table
        caption="Plans of schools that moved"
        captionHidden
        rowHeaders
        wide
        columns={[{ label: "School" }, { label: "Plan owed by" }, { label: "School moved to" }]}
        rows={cases.map(({ caseId, school, owedBy, movedTo }) => ({
          key: caseId,
          cells: [
            <a key="school" className="govuk-link" href={`/cases/${caseId}`}>
              {school}
            </a>,
            owedBy,
            movedTo,
          ],
        }))}
      />
    </>
  );
}
