import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { DraftOverview } from "~/plans/draft-overview";
import { getPlan } from "~/plans/get-plan.server";
import { listWordFindings } from "~/plans/list-word-findings.server";
import { SubmittedOverview } from "~/plans/submitted-overview";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = {
  title: ({ plan }: Awaited<ReturnType<typeof loader>>) => `Action plan: ${plan.case.school.name}`,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId");
  const plan = await getPlan({ actor, planId: args.params.planId ?? "", now: now() });
  const findings = plan.editable ? await listWordFindings({ actor, plan }) : [];
  return { plan, wordsLeft: findings.flatMap(({ section, accepted }) => (accepted ? [] : [section])) };
}

export default function PlanPage() {
  const { plan, wordsLeft } = useLoaderData<typeof loader>();
  const { school, id } = plan.case;
  return (
    <ServicePage width="narrow" back={{ href: `/cases/${id}`, text: school.name }}>
      <PageHeading caption={[school.name, ...plan.otherSchools].join(", ")}>Action plan</PageHeading>
      {plan.editable ? <DraftOverview plan={plan} wordsLeft={wordsLeft} /> : <SubmittedOverview plan={plan} />}
    </ServicePage>
  );
}
