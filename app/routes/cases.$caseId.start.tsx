import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/people/csrf.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { readCommandId } from "~/plans/read-command-id";
import { startPlan } from "~/plans/start-plan.server";
import { now } from "~/platform/clock.server";
import { requireId } from "~/platform/require-id";

/** Somebody who comes back to the address of the form goes to the school's page. */
export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "cases.$caseId.start");
  return redirect(`/cases/${requireId(args.params.caseId)}`);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.start");
  const caseId = requireId(args.params.caseId);
  const form = await readForm(args.request, args.context);
  const back = { href: `/cases/${caseId}`, text: "Go to the school’s page" };
  const planId = await runAction(actor, back, () =>
    startPlan({ actor, caseId, now: now(), commandId: readCommandId(form) }),
  );
  return redirect(`/plans/${planId}`, 303);
}

export { NoPage as default } from "~/ui/no-page";
