import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { sessionCookie } from "~/people/cookies.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { signOutEverywhere } from "~/people/sign-out-everywhere.server";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "account.sign-out-everywhere");
  return redirect("/account");
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "account.sign-out-everywhere");
  await readForm(args.request, args.context);
  await signOutEverywhere({ actor });
  const response = redirectWithNotice("/sign-in", "You have signed out everywhere");
  response.headers.append("Set-Cookie", sessionCookie.clear());
  return response;
}

export { NoPage as default } from "~/ui/no-page";
