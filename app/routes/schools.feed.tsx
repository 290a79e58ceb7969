import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "~/people/require-access.server";
import { getCouncilFeed } from "~/plans/get-plan-feed.server";
import { atomResponse } from "~/platform/atom";
import { env } from "~/platform/env.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "schools.feed");
  const feed = await getCouncilFeed({ actor });
  const origin = env().APP_ORIGIN ?? new URL(args.request.url).origin;
  return atomResponse(args.request, { ...feed, origin, self: "/schools/feed", alternate: "/schools" });
}
