import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getHistory } from "~/audit/get-history.server";
import { HistoryTimeline } from "~/audit/history-timeline";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = {
  title: (data: { school: { name: string } } | undefined) => (data ? `History of ${data.school.name}` : "History"),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.history");
  const caseId = args.params.caseId ?? "";
  return { caseId, ...(await getHistory({ actor, caseId })) };
}

export default function CaseHistory() {
  const { caseId, school, council, programme, entries } = useLoaderData<typeof loader>();
  return (
    <ServicePage back={{ href: `/cases/${caseId}`, text: "Back to the school" }} width="narrow">
      <PageHeading caption={`${council}, ${programme}`}>History of {school.name}</PageHeading>
      <HistoryTimeline entries={entries} />
    </ServicePage>
  );
}
