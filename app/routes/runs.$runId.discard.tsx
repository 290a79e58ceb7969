import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { discardRun } from "~/identification/confirm-run.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { StaleForm } from "~/plans/event-refused";
import { requireId } from "~/platform/require-id";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "runs.$runId.discard");
  return redirect(`/runs/${requireId(args.params.runId)}`, 303);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.discard");
  const runId = requireId(args.params.runId);
  await readForm(args.request, args.context);
  await runAction(actor, { href: `/runs/${runId}`, text: "See the run as it is now" }, async () => {
    if (!(await discardRun({ actor, runId })))
      throw new StaleForm("The run cannot be put aside: it has been published.");
  });
  return redirectWithNotice(`/runs/${runId}`, "The run is put aside");
}

export { NoPage as default } from "~/ui/no-page";
