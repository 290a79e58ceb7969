import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { CheckAnswers } from "~/plans/check-answers";
import { getPlan } from "~/plans/get-plan.server";
import { listWordFindings } from "~/plans/list-word-findings.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Check your answers" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.check");
  const plan = await getPlan({ actor, planId: args.params.planId ?? "", now: now() });
  if (!plan.editable) return redirect(`/plans/${plan.id}`);
  return { plan, findings: await listWordFindings({ actor, plan }) };
}

export default function CheckPage() {
  const { plan, findings } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="narrow" back={{ href: `/plans/${plan.id}`, text: "Action plan" }}>
      <PageHeading caption={plan.case.school.name}>Check your answers</PageHeading>
      <CheckAnswers plan={plan} findings={findings} />
    </ServicePage>
  );
}
