import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { describeRunProgress } from "~/identification/describe-progress";
import { describeRule } from "~/identification/describe-rule";
import { BOUNDARY_POINTS } from "~/identification/floor-rule";
import { getRun, getRunDistribution } from "~/identification/get-run.server";
import { listRunSchools } from "~/identification/list-run-schools.server";
import { lastYears } from "~/identification/rule-version";
import { RunDistribution } from "~/identification/run-distribution";
import { RunFacts } from "~/identification/run-facts";
import { RunNextStep } from "~/identification/run-next-step";
import { runSchoolsHref } from "~/identification/run-schools-filter";
import { RunSchoolsTable } from "~/identification/run-schools-table";
import { runState } from "~/identification/run-state";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { getPublicationStanding } from "~/programmes/get-publication-standing.server";
import { PublicationStanding } from "~/programmes/publication-standing";
import { formatCount } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { StatCards } from "~/ui/stat-cards";
import { Tag } from "~/ui/tag";

export const handle: PageHandle = { title: "Identification run" };

const boundaryShown = 10;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId");
  const run = await getRun({ actor, runId: args.params.runId });
  if (!describeRunProgress(run.state).done) throw redirect(`/runs/${run.id}/progress`, 303);
  const bins = await getRunDistribution({ actor, runId: run.id, rule: run.rule });
  const boundary = { actor, runId: run.id, list: "boundary", council: null, page: 1 } as const;
  const { schools } = await listRunSchools(boundary, boundaryShown);
  const standing = run.state === "published" ? await getPublicationStanding({ actor, runId: run.id }) : null;
  return { run, bins, schools, standing };
}

export default function Run() {
  const { run, bins, schools, standing } = useLoaderData<typeof loader>();
  const { id, number, state, programme, rule } = run;
  const tag = runState(state);
  const listed = (list: "flagged" | "firstConcern" | "boundary" | "notEligible") => runSchoolsHref(id, { list });
  return (
    <ServicePage back={{ href: `/programmes/${programme.id}`, text: programme.name }}>
      <PageHeading caption={programme.name}>Identification run {number}</PageHeading>
      <p className="govuk-body">
        <Tag colour={tag.colour}>{tag.text}</Tag>
      </p>
      <StatCards
        stats={[
          { value: formatCount(run.schoolsRead), label: "Schools read" },
          { value: formatCount(run.eligible), label: "Eligible" },
          { value: formatCount(run.flagged), label: "Flagged", href: listed("flagged"), tone: "waiting" },
          { value: formatCount(run.firstConcern), label: "First concern", href: listed("firstConcern") },
          { value: formatCount(run.boundary), label: "Boundary cases", href: listed("boundary") },
          { value: formatCount(run.schoolsRead - run.eligible), label: "Not eligible", href: listed("notEligible") },
        ]}
      />
      <RunNextStep run={run} />
      {standing && <PublicationStanding runId={id} standing={standing} />}
      <h2 className="govuk-heading-m">The rule in words</h2>
      {describeRule(rule).map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
      <RunDistribution bins={bins} floor={Number(rule.floor)} year={rule.latestYear} />
      <RunSchoolsTable
        runId={id}
        schools={schools}
        years={lastYears(rule.latestYear, rule.ruleYears)}
        caption={
          run.boundary > schools.length
            ? `Boundary cases: the first ${schools.length} of ${formatCount(run.boundary)}`
            : "Boundary cases"
        }
        empty={`No school lies within ${BOUNDARY_POINTS} points of the other outcome.`}
      />
      <p className="govuk-body">
        A boundary case lies within {BOUNDARY_POINTS} points of the other outcome: look at it before you confirm.
      </p>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={listed("boundary")}>
            See all boundary cases
          </a>
        </li>
        <li>
          <a className="govuk-link" href={listed("flagged")}>
            See all flagged schools
          </a>
        </li>
        <li>
          <a className="govuk-link" href={`/runs/${id}/compare`}>
            Compare with another run
          </a>
        </li>
      </ul>
      <RunFacts run={run} />
    </ServicePage>
  );
}
