import { type LoaderFunctionArgs } from "@remix-run/node";
import { describeRunProgress } from "~/identification/describe-progress";
import { getRun } from "~/identification/get-run.server";
import { requireAccess } from "~/people/require-access.server";

/** What the page that waits for a run asks for. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.state");
  const { state } = await getRun({ actor, runId: args.params.runId });
  return Response.json(describeRunProgress(state));
}
