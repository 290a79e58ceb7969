import { ServicePage } from "~/people/service-page";
import { PageHeading } from "~/ui/page-heading";
import { CohortTable } from "./cohort-table";
import type { CohortDecision } from "./get-cohort-decision.server";

/** The councils of a run whose cohorts cannot be decided: not yet, or not any more. */
export function CohortsDecided({ decision: { run, programme, councils } }: { decision: CohortDecision }) {
  return (
    <ServicePage width="wide" back={{ href: `/runs/${run.id}`, text: `Run ${run.number}` }}>
      <PageHeading caption={`${programme.name}, run ${run.number}`}>Cohorts</PageHeading>
      <p className="govuk-body">
        {run.state === "published"
          ? "The run is published, so its cohorts stand. Who is priority is confidential."
          : "The cohorts can be decided once the run is confirmed."}
      </p>
      <CohortTable
        councils={councils.filter(({ flagged }) => flagged > 0)}
        smallestCouncil={programme.smallestCouncil}
        caption="Councils with flagged schools"
        choiceLabel="Cohort"
        choice={({ cohort, cohortReason }) => (
          <>
            {cohort === "priority" ? <strong>Priority</strong> : cohort === "standard" ? "Standard" : "–"}
            {cohortReason && <span className="govuk-hint"> {cohortReason}</span>}
          </>
        )}
      />
    </ServicePage>
  );
}
