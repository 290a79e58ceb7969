import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { startIdentification } from "~/identification/start-identification.server";
import { readForm } from "~/people/csrf.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import { isUuid } from "~/platform/is-uuid";
import { requireId } from "~/platform/require-id";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "programmes.$programmeId.identify");
  return redirect(`/programmes/${requireId(args.params.programmeId)}`, 303);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "programmes.$programmeId.identify");
  const programmeId = requireId(args.params.programmeId);
  const form = await readForm(args.request, args.context);
  const key = String(form.get("commandId") ?? "");
  const back = { href: `/programmes/${programmeId}`, text: "Go to the programme" };
  const { runId } = await runAction(actor, back, () =>
    startIdentification({ actor, programmeId, commandId: isUuid(key) ? key.toLowerCase() : undefined, now: now() }),
  );
  return redirect(`/runs/${runId}`, 303);
}

export { NoPage as default } from "~/ui/no-page";
