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
import { DecideOnPlanPage } from "~/reviews/decide-on-plan-page";
import { getReviewForEvent } from "~/reviews/get-review-for-event.server";
import { releaseReview } from "~/reviews/release-review.server";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { parseCommandId } from "~/ui/long-text";
import { PostForm } from "~/ui/post-form";

export const handle: PageHandle = { title: "Release the review" };

const backTo = (planId: string) => ({ href: `/plans/${planId}/review`, text: "Go to the review" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.release");
  const planId = requireId(args.params.planId);
  const asked = { actor, planId, event: "RELEASE_REVIEW", now: now() } as const;
  return { review: await runAction(actor, backTo(planId), () => getReviewForEvent(asked)), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.release");
  const planId = requireId(args.params.planId);
  const commandId = parseCommandId(await readForm(args.request, args.context));
  await runAction(actor, backTo(planId), () => releaseReview({ actor, planId, commandId, now: now() }));
  return redirectWithNotice("/reviews", "Review released. The plan waits for a reviewer again.");
}

export default function Release() {
  const { review, commandId } = useLoaderData<typeof loader>();
  return (
    <DecideOnPlanPage review={review} title="Release the review">
      <p className="govuk-body">
        The plan goes back to the queue. What was decided on its sections stays for whoever takes it.
      </p>
      <PostForm commandId={commandId} reloadDocument>
        <ButtonGroup>
          <Button preventDoubleClick>Release review</Button>
          <a className="govuk-link" href={`/plans/${review.planId}/review`}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </DecideOnPlanPage>
  );
}
