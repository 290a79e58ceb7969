import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "~/people/require-access.server";
import { getPlanFeed } from "~/plans/get-plan-feed.server";
import { atomResponse } from "~/platform/atom";
import { env } from "~/platform/env.server";
import { requireId } from "~/platform/require-id";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.feed");
  const planId = requireId(args.params.planId);
  const feed = await getPlanFeed({ actor, planId });
  const origin = env().APP_ORIGIN ?? new URL(args.request.url).origin;
  const addresses = { origin, self: `/plans/${planId}/feed`, alternate: "/" };
  return atomResponse(args.request, { ...feed, ...addresses });
}
