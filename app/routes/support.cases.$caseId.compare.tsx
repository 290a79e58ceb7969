import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { CompareMatches } from "~/support/compare-matches";
import { HowRanked } from "~/support/how-ranked";
import { listCandidates } from "~/support/list-candidates.server";
import { matchingHref, readMatchingQuery } from "~/support/matching-query";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = {
  title: ({ found }: Awaited<ReturnType<typeof loader>>) => `Why this order: ${found.case.school}`,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "support.cases.$caseId.compare");
  const params = new URL(args.request.url).searchParams;
  const query = readMatchingQuery(params);
  const found = await listCandidates({ actor, caseId: requireId(args.params.caseId), query, now: now() });
  const chosen = (name: string, otherwise: number) =>
    found.matches.find(({ candidate }) => candidate.id === params.get(name)) ?? found.matches[otherwise];
  return { query, found, first: chosen("first", 0), second: chosen("second", 1) };
}

export default function CompareSupport() {
  const { query, found, first, second } = useLoaderData<typeof loader>();
  const { id, school, programme } = found.case;
  const keep = {
    ...(query.phase === "any" && { phase: query.phase }),
    ...(query.subject && { subject: query.subject }),
    ...(query.within && { within: String(query.within) }),
  };
  // One object for one match, so that the same school chosen twice is seen as the same.
  const same = (match?: typeof first) => found.matches.find(({ candidate }) => candidate.id === match?.candidate.id);
  return (
    <ServicePage back={{ href: matchingHref(id, query), text: "Support schools for this school" }}>
      <PageHeading caption={`${school}, ${programme}`}>Why this order</PageHeading>
      {found.matches.length < 2 ? (
        <p className="govuk-body">There are no two schools to compare. Change the filters to see more.</p>
      ) : (
        <CompareMatches
          action={`/support/cases/${id}/compare`}
          keep={keep}
          matches={found.matches}
          first={same(first)}
          second={same(second)}
        />
      )}
      <HowRanked />
    </ServicePage>
  );
}
