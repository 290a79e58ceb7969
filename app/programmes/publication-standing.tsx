import { formatCount, formatPlural } from "~/ui/format-number";
import type { PublicationStanding as Standing } from "./get-publication-standing.server";

/** What has become of a published run: who has opened it, which heads were told, and which flags were removed since. */
export function PublicationStanding({ runId, standing }: { runId: string; standing: Standing }) {
  const { councils, opened, schools, headsTold, removed } = standing;
  return (
    <>
      <h2 className="govuk-heading-m">Since publication</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <a className="govuk-link" href={`/runs/${runId}/openings`}>
            Opened by {formatCount(opened)} of {formatPlural(councils, "council")}
          </a>
        </li>
        <li>
          {formatCount(headsTold)} of {formatPlural(schools, "headteacher")} told
        </li>
        <li>
          {removed === 0
            ? "No flag removed"
            : `${formatPlural(removed, "flag")} removed since: ${formatCount(schools - removed)} of ${formatCount(schools)} stand`}
        </li>
        <li>
          <a className="govuk-link" href={`/runs/${runId}/cohort`}>
            Cohorts
          </a>
        </li>
      </ul>
    </>
  );
}
