import { ServicePage } from "~/people/service-page";
import { formatDateTime } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { Timeline } from "~/ui/timeline";
import { VisuallyHidden } from "~/ui/visually-hidden";
import { CohortTable } from "./cohort-table";
import type { CohortDecision } from "./get-cohort-decision.server";
import type { CohortsSince } from "./get-cohorts-since.server";
import type { CouncilOfRun } from "./list-ranked-councils.server";
import { StandingHint } from "./standing-hint";

const names = { priority: "Priority", standard: "Standard" } as const;

type CohortsDecidedProps = { decision: CohortDecision; since: CohortsSince | null };
type CohortProps = CohortsDecidedProps & { council: CouncilOfRun };

function Cohort({ council, decision: { run, standing }, since }: CohortProps) {
  const { code, name, cohort, cohortReason } = council;
  const now = since?.standing?.[code] ?? cohort;
  const changed = now !== cohort;
  return (
    <>
      {now === null ? "–" : now === "priority" ? <strong>{names[now]}</strong> : names[now]}
      {cohortReason && !changed && <span className="govuk-hint"> {cohortReason}</span>}
      {since?.standing?.[code] && (
        <>
          {" "}
          <a className="govuk-link" href={`/runs/${run.id}/cohort/${code}`}>
            Change<VisuallyHidden> the cohort of {name}</VisuallyHidden>
          </a>
        </>
      )}
      {standing[code] && <StandingHint standing={standing[code]} />}
      {changed && cohort && (
        <>
          <br />
          <span className="govuk-hint">{names[cohort]} when published</span>
        </>
      )}
    </>
  );
}

/** The councils of a run whose cohorts were decided, or cannot be yet, with what has changed since. */
export function CohortsDecided({ decision, since }: CohortsDecidedProps) {
  const { run, programme, councils } = decision;
  const removed = Object.values(since?.removed ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <ServicePage width="wide" back={{ href: `/runs/${run.id}`, text: `Run ${run.number}` }}>
      <PageHeading caption={`${programme.name}, run ${run.number}`}>Cohorts</PageHeading>
      <p className="govuk-body">
        {run.state !== "published"
          ? "The cohorts can be decided once the run is confirmed."
          : since?.standing
            ? "The run is published. You can still change a council’s cohort, with a reason. Who is priority is confidential."
            : "A later run of this programme is published, so its cohorts stand. Who is priority is confidential."}
      </p>
      {removed > 0 && (
        <p className="govuk-body">
          {formatPlural(removed, "flag")} removed since publication. Places and proportions are those of the run.
        </p>
      )}
      <CohortTable
        councils={councils.filter(({ flagged }) => flagged > 0)}
        smallestCouncil={programme.smallestCouncil}
        caption="Councils with flagged schools"
        choiceLabel="Cohort"
        choice={(council) => <Cohort council={council} decision={decision} since={since} />}
        removed={since?.removed}
      />
      {since && since.changes.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Changes since publication</h2>
          <Timeline
            headingLevel={3}
            entries={since.changes.map(({ id, council, from, to, reason, moved, by, at }) => ({
              id: `change-${id}`,
              title: `${council}: from ${from} to ${to}`,
              by,
              at: { iso: at, text: formatDateTime(at) },
              words: reason,
              children: (
                <p className="app-timeline__by">
                  {moved === 0 ? "No due date moved." : `${formatPlural(moved, "plan")} got a new due date.`}
                </p>
              ),
            }))}
          />
        </>
      )}
    </ServicePage>
  );
}
