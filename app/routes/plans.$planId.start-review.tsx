import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import { requireId } from "~/platform/require-id";
import { startReview } from "~/reviews/start-review.server";
import { parseCommandId } from "~/ui/long-text";

// Somebody who comes here by an address rather than a button sees the plan.
export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "plans.$planId.start-review");
  return redirect(`/plans/${requireId(args.params.planId)}/review`, 303);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.start-review");
  const planId = requireId(args.params.planId);
  const commandId = parseCommandId(await readForm(args.request, args.context));
  const back = { href: "/reviews", text: "Go to the review queue" };
  await runAction(actor, back, () => startReview({ actor, planId, commandId, now: now() }));
  return redirectWithNotice(`/plans/${planId}/review`, "Review started. You are the plan’s reviewer.");
}

export { NoPage as default } from "~/ui/no-page";
