import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { listOpenings } from "~/programmes/list-openings.server";
import { OpeningsTable } from "~/programmes/openings-table";
import { formatDateTime } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Who has opened it" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.openings");
  return listOpenings({ actor, runId: args.params.runId });
}

export default function Openings() {
  const { run, programme, publishedAt, councils } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="wide" back={{ href: `/runs/${run.id}`, text: `Run ${run.number}` }}>
      <PageHeading caption={`${programme}, run ${run.number}`}>Who has opened it</PageHeading>
      <p className="govuk-body">
        Published on {formatDateTime(publishedAt)}. Opening is reading the notice, the school’s page or the letter to
        the headteacher, for the first time.
      </p>
      <OpeningsTable councils={councils} />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={`/runs/${run.id}/openings/csv`}>
          Download these councils (CSV)
        </a>
      </p>
    </ServicePage>
  );
}
