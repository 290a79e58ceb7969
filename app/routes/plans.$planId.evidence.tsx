import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listEvidenceOfPlan } from "~/evidence/list-evidence.server";
import { PlanEvidencePage } from "~/evidence/plan-evidence-page";
import { requireAccess } from "~/people/require-access.server";
import { getPlan } from "~/plans/get-plan.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";

export const handle: PageHandle = { title: "Evidence" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.evidence");
  const plan = await getPlan({ actor, planId: args.params.planId ?? "", now: now() });
  const { id, content, editable, case: found } = plan;
  return {
    plan: { id, content, editable, schoolName: found.school.name },
    evidence: await listEvidenceOfPlan({ actor, planId: id }),
  };
}

export default function PlanEvidence() {
  return <PlanEvidencePage {...useLoaderData<typeof loader>()} />;
}
