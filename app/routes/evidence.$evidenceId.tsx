import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EvidenceFacts } from "~/evidence/evidence-facts";
import { getEvidence } from "~/evidence/get-evidence.server";
import { homeOf } from "~/people/navigation";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { holds } from "~/platform/actor";
import type { PageHandle } from "~/platform/page-scripts";
import { InsetText } from "~/ui/inset-text";
import { LinkButton } from "~/ui/link-button";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = {
  title: ({ evidence }: Awaited<ReturnType<typeof loader>>) => `Evidence: ${evidence.description}`,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "evidence.$evidenceId");
  const evidence = await getEvidence({ actor, evidenceId: args.params.evidenceId ?? "" });
  const { draft, caseId } = evidence;
  const ofCase = caseId && holds(actor, "officer", "lead", "reviewer", "admin") ? `/cases/${caseId}` : homeOf(actor);
  return { evidence, back: draft ? `/plans/${draft.planId}/evidence` : ofCase };
}

export default function EvidencePage() {
  const { evidence, back } = useLoaderData<typeof loader>();
  const { id, description, draft } = evidence;
  const changeable = draft?.editable && !draft.removed;
  return (
    <ServicePage width="narrow" back={{ href: back }}>
      <PageHeading caption="Evidence">{description}</PageHeading>
      {draft?.removed && (
        <InsetText>
          This file was taken out of the draft. It is kept because a submitted plan cites it, and those who may read
          that plan can still open it.
        </InsetText>
      )}
      <EvidenceFacts evidence={evidence} />
      <LinkButton href={`/evidence/${id}/file`}>Download file</LinkButton>
      {changeable && (
        <ul className="govuk-list app-no-print">
          {!draft.submitted && (
            <li>
              <a className="govuk-link" href={`/evidence/${id}/describe`}>
                Change what it shows
              </a>
            </li>
          )}
          <li>
            <a className="govuk-link" href={`/evidence/${id}/remove`}>
              Remove from the plan
            </a>
          </li>
        </ul>
      )}
    </ServicePage>
  );
}
