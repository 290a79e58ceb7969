import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { BarredSchools } from "~/support/barred-schools";
import { HowRanked } from "~/support/how-ranked";
import { listCandidates } from "~/support/list-candidates.server";
import { matchingHref, readMatchingQuery } from "~/support/matching-query";
import { MatchesFilter } from "~/support/matches-filter";
import { MatchesMap } from "~/support/matches-map";
import { MatchesTable } from "~/support/matches-table";
import { formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";

const MOST_SHOWN = 20;

export const handle: PageHandle = {
  title: ({ found }: Awaited<ReturnType<typeof loader>>) => `Support schools for ${found.case.school}`,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "support.cases.$caseId");
  const query = readMatchingQuery(new URL(args.request.url).searchParams);
  const found = await listCandidates({ actor, caseId: requireId(args.params.caseId), query, now: now() });
  return { query, total: found.matches.length, found: { ...found, matches: found.matches.slice(0, MOST_SHOWN) } };
}

export default function SupportForCase() {
  const { query, found, total } = useLoaderData<typeof loader>();
  const { case: of, matches, place, phase, barred, withoutDistance } = found;
  const hidden = formatPlural(withoutDistance, "school is", "schools are");
  return (
    <ServicePage back={{ href: `/cases/${of.id}`, text: of.school }}>
      <PageHeading caption={`${of.school}, ${of.programme}`}>Support schools for this school</PageHeading>
      {!of.open && <p className="govuk-body">The case has ended, so that no support can be asked for.</p>}
      <MatchesFilter caseId={of.id} phase={phase} query={query} />
      {withoutDistance > 0 && (
        <p className="govuk-body">{hidden} left out by the distance asked for because the distance is not known.</p>
      )}
      {matches.length > 0 && <MatchesMap place={place} school={of.school} matches={matches} />}
      {total > matches.length && (
        <p className="govuk-body">
          These are the {matches.length} that fit best of {total}. Use the filters to see others.
        </p>
      )}
      <MatchesTable
        caseId={of.id}
        open={of.open}
        matches={matches}
        empty="No support school matches. Change the filters to see more."
      />
      {matches.length > 1 && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={matchingHref(of.id, query, "/compare")}>
            Why this order: compare two schools
          </a>
        </p>
      )}
      <HowRanked />
      <BarredSchools barred={barred} />
    </ServicePage>
  );
}
