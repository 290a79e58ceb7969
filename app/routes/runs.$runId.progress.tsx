import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AwaitWork } from "~/identification/await-work";
import { describeRunProgress } from "~/identification/describe-progress";
import { getRun } from "~/identification/get-run.server";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Identification is running", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.progress");
  const { id, number, programme, state } = await getRun({ actor, runId: args.params.runId });
  const progress = describeRunProgress(state);
  if (progress.done) throw redirect(`/runs/${id}`, 303);
  return { id, number, programme, progress };
}

export default function RunProgress() {
  const { id, number, programme, progress } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="narrow" back={{ href: `/programmes/${programme.id}`, text: programme.name }}>
      <PageHeading caption={`${programme.name}, run ${number}`}>Identification is running</PageHeading>
      <AwaitWork stateAt={`/runs/${id}/state`} doneAt={`/runs/${id}`} label="Running" first={progress} />
    </ServicePage>
  );
}
