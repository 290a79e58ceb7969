import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { COMPARED_PAGE, readComparisonQuery } from "~/identification/compared-lists";
import { getComparison } from "~/identification/get-comparison.server";
import { RunComparisonView } from "~/identification/run-comparison";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { Button } from "~/ui/button";
import { formatDateTimeShort } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";
import { Select } from "~/ui/select";

export const handle: PageHandle = { title: "Compare identification runs" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.compare");
  const query = readComparisonQuery(new URL(args.request.url).searchParams);
  return { query, ...(await getComparison({ actor, runId: args.params.runId, query, pageSize: COMPARED_PAGE })) };
}

export default function CompareRuns() {
  const { query, run, runs, compared } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="wide" back={{ href: `/runs/${run.id}`, text: `Run ${run.number}` }}>
      <PageHeading caption={`${run.programme.name}, run ${run.number}`}>Compare with another run</PageHeading>
      {runs.length === 0 ? (
        <p className="govuk-body">There is no other finished run of this measure yet.</p>
      ) : (
        <form method="get" action={`/runs/${run.id}/compare`} className="app-no-print">
          <Select
            name="with"
            label="Run to compare with"
            defaultValue={query.with ?? runs[0]?.id}
            items={runs.map(({ id, number, programme, createdAt }) => ({
              value: id,
              text: `Run ${number} of ${programme}, ${formatDateTimeShort(createdAt)}`,
            }))}
          />
          <Button variant="secondary">Compare</Button>
        </form>
      )}
      {compared && <RunComparisonView {...compared} at={run.id} query={query} />}
    </ServicePage>
  );
}
