import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { explainRunSchool } from "~/schools/explain-flag.server";
import { ExplainedFlag } from "~/schools/explained-flag";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = {
  title: (explanation: Awaited<ReturnType<typeof loader>>) => `${explanation.school.name}: the calculation explained`,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.schools.$schoolId");
  return explainRunSchool({ actor, runId: args.params.runId, schoolId: args.params.schoolId });
}

export default function ExplainedSchool() {
  const explanation = useLoaderData<typeof loader>();
  const { run, school } = explanation;
  return (
    <ServicePage width="narrow" back={{ href: `/runs/${run.id}/schools`, text: `Schools of run ${run.number}` }}>
      <PageHeading caption="The calculation explained">{school.name}</PageHeading>
      <ExplainedFlag explanation={explanation} />
    </ServicePage>
  );
}
