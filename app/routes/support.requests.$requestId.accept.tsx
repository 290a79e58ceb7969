import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import { requireId } from "~/platform/require-id";
import { acceptRequest } from "~/support/accept-request.server";
import { parseCommandId } from "~/ui/long-text";

// Somebody who comes here by an address rather than a button sees the request.
export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "support.requests.$requestId.accept");
  return redirect(`/support/requests/${requireId(args.params.requestId)}`, 303);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "support.requests.$requestId.accept");
  const requestId = requireId(args.params.requestId);
  const commandId = parseCommandId(await readForm(args.request, args.context));
  const back = { href: `/support/requests/${requestId}`, text: "Go to the request" };
  await runAction(actor, back, () => acceptRequest({ actor, requestId, commandId, now: now() }));
  return redirectWithNotice(`/support/requests/${requestId}`, "Request accepted");
}

export { NoPage as default } from "~/ui/no-page";
