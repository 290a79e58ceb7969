import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { sessionCookie, visitorCookie } from "~/people/cookies.server";
import { readForm } from "~/people/csrf.server";
import { localPath } from "~/people/local-path";
import { signInDemonstration } from "~/people/sign-in-demonstration.server";
import { now } from "~/platform/clock.server";

export const loader = () => redirect("/sign-in");

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, context);
  const email = String(form.get("email") ?? "");
  const token = await signInDemonstration({ email, oldSessionHash: context.sessionHash, now: now() });
  const cookies = [sessionCookie.write(token), visitorCookie.clear()];
  return redirect(localPath(String(form.get("next") ?? "")), {
    status: 303,
    headers: cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]),
  });
}

export { NoPage as default } from "~/ui/no-page";
