import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { DraftProgressTable } from "~/plans/draft-progress-table";
import { listDraftProgress } from "~/plans/list-draft-progress.server";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Progress of your drafts" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "schools.progress");
  return { drafts: await listDraftProgress({ actor }) };
}

export default function DraftsAtAGlance() {
  const { drafts } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="wide" back={{ href: "/schools", text: "Your schools" }}>
      <PageHeading>Progress of your drafts</PageHeading>
      {drafts.length === 0 ? (
        <p className="govuk-body">No plan of your council is being drafted.</p>
      ) : (
        <DraftProgressTable drafts={drafts} />
      )}
    </ServicePage>
  );
}
