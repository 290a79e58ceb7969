import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { isGuest } from "~/platform/actor";
import type { PageHandle } from "~/platform/page-scripts";
import { explainCaseFlag } from "~/schools/explain-flag.server";
import { ExplainedFlag } from "~/schools/explained-flag";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = {
  title: ({ explanation }: Awaited<ReturnType<typeof loader>>) => `${explanation.school.name}: the flag explained`,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.explained");
  const explanation = await explainCaseFlag({ actor, caseId: args.params.caseId });
  const back = isGuest(actor)
    ? { href: "/your-school", text: "Your school" }
    : { href: `/cases/${explanation.caseId}`, text: explanation.school.name };
  return { explanation, back };
}

export default function Explained() {
  const { explanation, back } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="narrow" back={back}>
      <PageHeading caption="The flag explained">{explanation.school.name}</PageHeading>
      <ExplainedFlag explanation={explanation} />
    </ServicePage>
  );
}
