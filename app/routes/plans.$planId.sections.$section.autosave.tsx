import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/people/csrf.server";
import { requireAccess } from "~/people/require-access.server";
import { autosaveSection } from "~/plans/autosave-section.server";
import { requireSectionKey } from "~/plans/plan-sections";
import { now } from "~/platform/clock.server";
import { requireId } from "~/platform/require-id";
import { formValues } from "~/ui/parse-form";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "plans.$planId.sections.$section.autosave");
  return redirect(`/plans/${requireId(args.params.planId)}/sections/${requireSectionKey(args.params.section)}`);
}

/** What a section's form sends as its writer types. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.sections.$section.autosave");
  const planId = requireId(args.params.planId);
  const section = requireSectionKey(args.params.section);
  const values = formValues(await readForm(args.request, args.context));
  return Response.json(await autosaveSection({ actor, planId, section, values, now: now() }));
}
