import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { sessionCookie } from "~/people/cookies.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { signOut } from "~/people/sign-out.server";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "sign-out");
  return redirect("/account");
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "sign-out");
  await readForm(args.request, args.context);
  await signOut({ actor, sessionHash: args.context.sessionHash ?? "" });
  const response = redirectWithNotice("/sign-in", "You have signed out");
  response.headers.append("Set-Cookie", sessionCookie.clear());
  return response;
}

export { NoPage as default } from "~/ui/no-page";
