import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { approvePlan } from "~/reviews/approve-plan.server";
import { DecideOnPlanPage } from "~/reviews/decide-on-plan-page";
import { getReview } from "~/reviews/get-review.server";
import { getReviewForEvent } from "~/reviews/get-review-for-event.server";
import { findApprovalProblems } from "~/reviews/review-words";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { InsetText } from "~/ui/inset-text";
import { parseCommandId } from "~/ui/long-text";
import { PostForm } from "~/ui/post-form";

export const handle: PageHandle = { title: "Approve the plan" };

const backTo = (planId: string) => ({ href: `/plans/${planId}/review`, text: "Go to the review" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.approve");
  const planId = requireId(args.params.planId);
  const asked = { actor, planId, event: "RECORD_VERDICT", now: now() } as const;
  return { review: await runAction(actor, backTo(planId), () => getReviewForEvent(asked)), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.approve");
  const planId = requireId(args.params.planId);
  const commandId = parseCommandId(await readForm(args.request, args.context));
  const review = await getReview({ actor, planId, now: now() });
  const errors = review.isMine ? findApprovalProblems(review.sections) : {};
  if (Object.keys(errors).length > 0) return data({ errors }, { status: 400 });
  const { awaitsSecond } = await runAction(actor, backTo(planId), () =>
    approvePlan({ actor, planId, commandId, now: now() }),
  );
  return redirectWithNotice(
    `/plans/${planId}/review`,
    awaitsSecond ? "Plan approved by you. It waits for a second approval." : "Plan approved",
  );
}

export default function Approve() {
  const { review, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DecideOnPlanPage review={review} title="Approve the plan" errors={answer?.errors} withSections>
      {review.structural ? (
        <InsetText>
          The plan proposes a federation, trust, academy or closure. When you have approved it, it waits for a second,
          different reviewer to confirm.
        </InsetText>
      ) : (
        <p className="govuk-body">The council is told, and can only change the plan if it is reopened.</p>
      )}
      <PostForm commandId={commandId} reloadDocument>
        <ButtonGroup>
          <Button preventDoubleClick>Approve plan</Button>
          <a className="govuk-link" href={`/plans/${review.planId}/review`}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </DecideOnPlanPage>
  );
}
