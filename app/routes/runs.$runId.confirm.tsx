import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { confirmRun } from "~/identification/confirm-run.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { StaleForm } from "~/plans/event-refused";
import { now } from "~/platform/clock.server";
import { requireId } from "~/platform/require-id";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "runs.$runId.confirm");
  return redirect(`/runs/${requireId(args.params.runId)}`, 303);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.confirm");
  const runId = requireId(args.params.runId);
  await readForm(args.request, args.context);
  await runAction(actor, { href: `/runs/${runId}`, text: "See the run as it is now" }, async () => {
    if (!(await confirmRun({ actor, runId, now: now() })))
      throw new StaleForm(
        "The run can no longer be confirmed: another run was started, it went on, or the settings were changed.",
      );
  });
  return redirectWithNotice(`/runs/${runId}/cohort`, "The run is confirmed");
}

export { NoPage as default } from "~/ui/no-page";
