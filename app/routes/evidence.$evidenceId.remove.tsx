import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EvidenceFacts } from "~/evidence/evidence-facts";
import { getOwnEvidence } from "~/evidence/get-evidence.server";
import { removeEvidence } from "~/evidence/remove-evidence.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { now } from "~/platform/clock.server";
import { requireId } from "~/platform/require-id";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";

export const handle: PageHandle = { title: "Remove evidence" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "evidence.$evidenceId.remove");
  const evidenceId = requireId(args.params.evidenceId);
  const back = { href: `/evidence/${evidenceId}`, text: "Go to the file" };
  return { evidence: await runAction(actor, back, () => getOwnEvidence({ actor, evidenceId })) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "evidence.$evidenceId.remove");
  const evidenceId = requireId(args.params.evidenceId);
  await readForm(args.request, args.context);
  const back = { href: `/evidence/${evidenceId}`, text: "Go to the file" };
  const planId = await runAction(actor, back, () => removeEvidence({ actor, evidenceId, now: now() }));
  return redirectWithNotice(`/plans/${planId}/evidence`, "File removed");
}

export default function RemoveEvidence() {
  const { evidence } = useLoaderData<typeof loader>();
  const home = `/evidence/${evidence.id}`;
  const cited = evidence.draft.claims.length > 0;
  return (
    <ServicePage width="narrow" back={{ href: home }}>
      <PageHeading caption={evidence.description}>
        {cited ? "This file cannot be removed yet" : "Are you sure you want to remove this file?"}
      </PageHeading>
      {cited && (
        <p className="govuk-body">
          The plan cites it. Take it out of each claim in the list below first, so that no claim loses its evidence
          unseen.
        </p>
      )}
      {!cited && evidence.draft.submitted && (
        <p className="govuk-body">
          It is taken out of the draft. A submitted plan cites it, so it is kept for those who may read that plan.
        </p>
      )}
      <EvidenceFacts evidence={evidence} />
      {cited ? (
        <a className="govuk-link" href={home}>
          Go back to the file
        </a>
      ) : (
        <PostForm>
          <ButtonGroup>
            <Button variant="warning" preventDoubleClick>
              Remove file
            </Button>
            <a className="govuk-link" href={home}>
              Cancel
            </a>
          </ButtonGroup>
        </PostForm>
      )}
    </ServicePage>
  );
}
