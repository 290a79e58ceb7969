import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { confirmApproval } from "~/reviews/confirm-approval.server";
import { DecideOnPlanPage } from "~/reviews/decide-on-plan-page";
import { getReviewForEvent } from "~/reviews/get-review-for-event.server";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { parseCommandId } from "~/ui/long-text";
import { PostForm } from "~/ui/post-form";

export const handle: PageHandle = { title: "Confirm the approval" };

const backTo = (planId: string) => ({ href: `/plans/${planId}/review`, text: "Go to the review" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.confirm-approval");
  const planId = requireId(args.params.planId);
  const asked = { actor, planId, event: "CONFIRM_APPROVAL", now: now() } as const;
  return { review: await runAction(actor, backTo(planId), () => getReviewForEvent(asked)), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.confirm-approval");
  const planId = requireId(args.params.planId);
  const commandId = parseCommandId(await readForm(args.request, args.context));
  await runAction(actor, backTo(planId), () => confirmApproval({ actor, planId, commandId, now: now() }));
  return redirectWithNotice(`/plans/${planId}/review`, "Plan approved");
}

export default function ConfirmApproval() {
  const { review, commandId } = useLoaderData<typeof loader>();
  return (
    <DecideOnPlanPage review={review} title="Confirm the approval" withSections>
      <p className="govuk-body">
        {review.firstApprover} approved this plan, which proposes a federation, trust, academy or closure. With your
        confirmation it is approved.
      </p>
      <PostForm commandId={commandId} reloadDocument>
        <ButtonGroup>
          <Button preventDoubleClick>Confirm approval</Button>
          <a className="govuk-link" href={`/plans/${review.planId}/refuse-approval`}>
            Refuse approval
          </a>
        </ButtonGroup>
      </PostForm>
    </DecideOnPlanPage>
  );
}
