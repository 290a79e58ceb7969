import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readNotices } from "~/notifications/read-notices.server";
import { readNoticesSchema } from "~/notifications/read-notices.schema";
import { readForm } from "~/people/csrf.server";
import { requireAccess } from "~/people/require-access.server";
import { now } from "~/platform/clock.server";
import { parseForm } from "~/ui/parse-form";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "notices.read");
  return redirect("/notices", 303);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "notices.read");
  const parsed = parseForm(readNoticesSchema, await readForm(args.request, args.context));
  if (!parsed.ok) throw new Response("The form does not name a notice.", { status: 400 });
  await readNotices({ actor, noticeIds: parsed.value.notice, now: now() });
  return redirect("/notices", 303);
}

export { NoPage as default } from "~/ui/no-page";
