import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { moveAction } from "~/plans/move-action.server";
import { now } from "~/platform/clock.server";
import { requireId } from "~/platform/require-id";

const listOf = (planId: string) => `/plans/${planId}/sections/actions`;

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "plans.$planId.actions.$actionId.move");
  return redirect(listOf(requireId(args.params.planId)));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.actions.$actionId.move");
  const planId = requireId(args.params.planId);
  const actionId = requireId(args.params.actionId);
  const to = Number((await readForm(args.request, args.context)).get("to"));
  if (!Number.isInteger(to)) throw new Response("The form names no place to move the action to.", { status: 400 });
  const back = { href: listOf(planId), text: "Go to the actions" };
  await runAction(actor, back, () => moveAction({ actor, planId, actionId, to, now: now() }));
  return redirectWithNotice(listOf(planId), `Action moved to place ${to}`);
}

export { NoPage as default } from "~/ui/no-page";
