import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { homeOf } from "~/people/navigation";
import { requireAccess } from "~/people/require-access.server";
import { compareVersions } from "~/plans/compare-versions.server";
import { ComparisonPage } from "~/plans/comparison-page";
import { holds } from "~/platform/actor";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";

export const handle: PageHandle = { title: "What changed in the plan" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.compare");
  const planId = requireId(args.params.planId);
  const { searchParams } = new URL(args.request.url);
  const [from, to] = [searchParams.get("from"), searchParams.get("to")];
  const comparison = await compareVersions({ actor, planId, from, to });
  const department = holds(actor, "reviewer", "admin") ? `/plans/${planId}/review` : homeOf(actor);
  return { comparison, back: comparison.isCouncil ? `/plans/${planId}` : department };
}

export default function ComparePage() {
  return <ComparisonPage {...useLoaderData<typeof loader>()} />;
}
