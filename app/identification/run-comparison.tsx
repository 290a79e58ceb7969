import { SchoolCell } from "~/schools/school-cell";
import { formatDateTimeShort } from "~/ui/format-date";
import { formatCount, formatPlural } from "~/ui/format-number";
import { Pagination } from "~/ui/pagination";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import type { RunComparison } from "./compare-runs.server";
import {
  COMPARED_PAGE,
  comparedLists,
  type ComparedList,
  comparisonHref,
  type ComparisonQuery,
} from "./compared-lists";
import { describeRule } from "./describe-rule";
import type { RunPage } from "./get-run.server";

function Side({ run }: { run: RunPage }) {
  const { id, number, programme, createdAt, rule, ruleVersion, files, eligible, flagged, firstConcern } = run;
  return (
    <section aria-labelledby={`run-${id}`}>
      <h2 className="govuk-heading-m" id={`run-${id}`}>
        <a className="govuk-link" href={`/runs/${id}`}>
          Run {number} of {programme.name}
        </a>
      </h2>
      <SummaryList
        rows={[
          { key: "Started", value: formatDateTimeShort(createdAt) },
          { key: "Eligible", value: formatCount(eligible) },
          { key: "Flagged", value: formatCount(flagged) },
          { key: "First concern", value: formatCount(firstConcern) },
          {
            key: `Rule, version ${ruleVersion}`,
            value: describeRule(rule).map((sentence) => (
              <p key={sentence} className="govuk-body">
                {sentence}
              </p>
            )),
          },
          {
            key: "Files",
            value: files.map(({ id: file, filename, checksum }) => (
              <p key={file} className="govuk-body">
                {filename}
                <br />
                <code className="app-typed-text">{checksum}</code>
              </p>
            )),
          },
        ]}
      />
    </section>
  );
}

/** Two runs side by side: their rules and files, and one list of the schools in which they differ. */
export function RunComparisonView(props: {
  one: RunPage;
  other: RunPage;
  at: string;
  query: ComparisonQuery;
  comparison: RunComparison;
}) {
  const { one, other, at, query, comparison } = props;
  const { list, counts, schools } = comparison;
  const { page, with: withId } = query;
  const total = counts[list];
  const name = ({ number, programme }: RunPage) =>
    one.programme.id === other.programme.id ? `Run ${number}` : `Run ${number} of ${programme.name}`;
  return (
    <>
      <div className="govuk-grid-row">
        {[one, other].map((run) => (
          <div key={run.id} className="govuk-grid-column-one-half">
            <Side run={run} />
          </div>
        ))}
      </div>
      <h2 className="govuk-heading-m">What differs</h2>
      <ul className="govuk-list app-no-print">
        {(Object.keys(comparedLists) as ComparedList[]).map((wanted) => (
          <li key={wanted}>
            <a
              className="govuk-link"
              href={comparisonHref(at, { with: withId, list: wanted })}
              aria-current={wanted === list ? "page" : undefined}
            >
              {wanted === list ? <strong>{comparedLists[wanted]}</strong> : comparedLists[wanted]} (
              {formatCount(counts[wanted])})
            </a>
          </li>
        ))}
      </ul>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={comparisonHref(at, { with: withId, list }, "compare/csv")} download>
          Download these schools (CSV)
        </a>
      </p>
      <Table
        caption={`${comparedLists[list]}: ${formatPlural(total, "school")}`}
        captionSize="m"
        rowHeaders
        wide
        columns={[
          { label: "School" },
          { label: "Council" },
          { label: name(one), prose: true },
          { label: name(other), prose: true },
        ]}
        rows={schools.map(({ schoolId, name: school, urn, laestab, council, one: before, other: after }) => ({
          key: schoolId,
          cells: [
            <SchoolCell key="school" school={{ name: school, urn, laestab }} />,
            council,
            before?.sentence ?? "Not in this run",
            after?.sentence ?? "Not in this run",
          ],
        }))}
        empty="No school differs in this."
      />
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(total / COMPARED_PAGE))}
        hrefFor={(wanted) => comparisonHref(at, { with: withId, list, page: wanted })}
      />
    </>
  );
}
