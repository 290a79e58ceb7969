import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { CouncilPublication } from "~/programmes/council-publication";
import { getCouncilPublication } from "~/programmes/get-council-publication.server";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = {
  title: ({ publication }: Awaited<ReturnType<typeof loader>>) => `${publication.council.name}: what will be read`,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.publish.$code");
  const { runId, code } = args.params;
  const schoolId = new URL(args.request.url).searchParams.get("school");
  return { publication: await getCouncilPublication({ actor, runId, code, schoolId, today: today() }) };
}

export default function PublishToCouncil() {
  const { publication } = useLoaderData<typeof loader>();
  const { run, programme, council } = publication;
  return (
    <ServicePage back={{ href: `/runs/${run.id}/publish`, text: "Publish" }}>
      <PageHeading caption={`${programme}, run ${run.number}`}>
        {council.name} ({council.code})
      </PageHeading>
      <CouncilPublication publication={publication} />
    </ServicePage>
  );
}
