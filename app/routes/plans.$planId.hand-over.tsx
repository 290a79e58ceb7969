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
import { getHandOver } from "~/reviews/get-review-for-event.server";
import { handOverReview } from "~/reviews/hand-over-review.server";
import { handOverReviewSchema } from "~/reviews/hand-over-review.schema";
import { HandOverReviewForm } from "~/reviews/hand-over-review-form";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Hand the review over", scripts: true };

const backTo = (planId: string) => ({ href: `/plans/${planId}/review`, text: "Go to the review" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.hand-over");
  const planId = requireId(args.params.planId);
  const found = await runAction(actor, backTo(planId), () => getHandOver({ actor, planId, now: now() }));
  return { ...found, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.hand-over");
  const planId = requireId(args.params.planId);
  const parsed = parseForm(handOverReviewSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const { to } = await runAction(actor, backTo(planId), () =>
    handOverReview({ actor, planId, ...parsed.value, now: now() }),
  );
  return redirectWithNotice(`/plans/${planId}/review`, `Review handed over to ${to}`);
}

export default function HandOver() {
  return <HandOverReviewForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
