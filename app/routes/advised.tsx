import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { planStateName } from "~/deadlines/describe-case-status";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { listAdvised } from "~/plans/list-advised.server";
import type { PageHandle } from "~/platform/page-scripts";
import { formatDate } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";
import { Table } from "~/ui/table";

export const handle: PageHandle = { title: "Plans to advise on" };

export async function loader(args: LoaderFunctionArgs) {
  return { plans: await listAdvised({ actor: requireAccess(args, "advised") }) };
}

export default function Advised() {
  const { plans } = useLoaderData<typeof loader>();
  return (
    <ServicePage>
      <PageHeading>Plans to advise on</PageHeading>
      <Table
        caption="The newest submission of each plan of the councils that you advise"
        wide
        rowHeaders
        columns={[
          { label: "School" },
          { label: "Reference", nowrap: true },
          { label: "Plan" },
          { label: "Submitted", nowrap: true },
          { label: "Council" },
          { label: "Programme" },
        ]}
        rows={plans.map(({ revisionId, school, council, programme, planState, submittedAt, reference }) => ({
          key: revisionId,
          cells: [
            school,
            <a key="link" className="govuk-link" href={`/revisions/${revisionId}`}>
              {reference}
              <span className="govuk-visually-hidden"> for {school}</span>
            </a>,
            planStateName(planState),
            formatDate(submittedAt),
            council,
            programme,
          ],
        }))}
        empty="No plan has been submitted yet."
      />
    </ServicePage>
  );
}
