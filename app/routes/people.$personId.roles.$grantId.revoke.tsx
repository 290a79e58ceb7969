import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { revokeRole } from "~/people/revoke-role.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "people.$personId.roles.$grantId.revoke");
  return redirect(`/people/${args.params.personId}/roles`);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "people.$personId.roles.$grantId.revoke");
  const form = await readForm(args.request, args.context);
  const { personId = "", grantId = "" } = args.params;
  const at = `/people/${personId}/roles`;
  await runAction(actor, { href: at, text: "See the roles as they are now" }, () =>
    revokeRole({ actor, personId, grantId, version: Number(form.get("version")), now: now() }),
  );
  // Somebody who gave up their own admin role may not see that page any more.
  const self = personId === actor.personId;
  return redirectWithNotice(self ? "/account" : at, "The role is revoked");
}

export { NoPage as default } from "~/ui/no-page";
