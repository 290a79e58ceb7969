import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { runState } from "~/identification/run-state";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { listClearedCases } from "~/programmes/list-cleared-cases.server";
import { formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { Table } from "~/ui/table";
import { VisuallyHidden } from "~/ui/visually-hidden";

export const handle: PageHandle = { title: "Open cases that the newest run does not flag" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "programmes.$programmeId.cleared");
  return listClearedCases({ actor, programmeId: args.params.programmeId });
}

export default function Cleared() {
  const { programme, run, cases } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="wide" back={{ href: `/programmes/${programme.id}`, text: programme.name }}>
      <PageHeading caption={programme.name}>Open cases that the newest run does not flag</PageHeading>
      {run ? (
        <p className="govuk-body">
          Held against{" "}
          <a className="govuk-link" href={`/runs/${run.id}`}>
            run {run.number}
          </a>{" "}
          ({runState(run.state).text.toLowerCase()}). A corrected file may have cleared a school. Its case goes on until
          its flag is removed with a reason.
        </p>
      ) : (
        <p className="govuk-body">No run of this programme is finished yet.</p>
      )}
      <Table
        caption={formatPlural(cases.length, "case")}
        captionSize="m"
        rowHeaders
        wide
        columns={[
          { label: "School" },
          { label: "Council" },
          { label: "Why it was flagged", prose: true },
          { label: "What the newest run says", prose: true },
          { label: "Action", nowrap: true },
        ]}
        rows={cases.map(({ caseId, school, council, before, after }) => ({
          key: caseId,
          cells: [
            <a key="case" className="govuk-link" href={`/cases/${caseId}`}>
              {school}
            </a>,
            council,
            before ?? "–",
            after ?? "The run did not look at this school",
            <a key="remove" className="govuk-link" href={`/cases/${caseId}/remove-flag`}>
              Remove flag<VisuallyHidden>: {school}</VisuallyHidden>
            </a>,
          ],
        }))}
        empty="Every open case is flagged by the newest run."
      />
    </ServicePage>
  );
}
