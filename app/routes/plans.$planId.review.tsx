import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { getReview } from "~/reviews/get-review.server";
import { ReviewOverview } from "~/reviews/review-overview";

export const handle: PageHandle = { title: "Review the plan" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.review");
  const review = await getReview({ actor, planId: requireId(args.params.planId), now: now() });
  return { review, commandId: randomUUID() };
}

export default function ReviewRoute() {
  return <ReviewOverview {...useLoaderData<typeof loader>()} />;
}
