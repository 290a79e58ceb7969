import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/people/csrf.server";
import { requireAccess } from "~/people/require-access.server";
import { notePresence } from "~/plans/note-presence.server";
import { requireSectionKey } from "~/plans/plan-sections";
import { now } from "~/platform/clock.server";
import { requireId } from "~/platform/require-id";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "plans.$planId.sections.$section.presence");
  return redirect(`/plans/${requireId(args.params.planId)}/sections/${requireSectionKey(args.params.section)}`);
}

/** What the page of a section says now and then while somebody looks at it. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.sections.$section.presence");
  const planId = requireId(args.params.planId);
  const section = requireSectionKey(args.params.section);
  const formKey = String((await readForm(args.request, args.context)).get("formKey"));
  return Response.json(await notePresence({ actor, planId, section, formKey, now: now() }));
}
