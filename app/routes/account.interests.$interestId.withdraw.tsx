import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { withdrawInterest } from "~/people/withdraw-interest.server";
import { now } from "~/platform/clock.server";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "account.interests.$interestId.withdraw");
  return redirect("/account/interests");
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "account.interests.$interestId.withdraw");
  await readForm(args.request, args.context);
  await withdrawInterest({ actor, interestId: args.params.interestId ?? "", now: now() });
  return redirectWithNotice("/account/interests", "The interest is withdrawn");
}

export { NoPage as default } from "~/ui/no-page";
