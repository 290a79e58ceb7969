import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { closeNote } from "~/plans/close-note.server";
import { now } from "~/platform/clock.server";
import { requireId } from "~/platform/require-id";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "plans.$planId.notes.$noteId.close");
  return redirect(`/plans/${requireId(args.params.planId)}/notes`);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.notes.$noteId.close");
  const planId = requireId(args.params.planId);
  const noteId = requireId(args.params.noteId);
  await readForm(args.request, args.context);
  await closeNote({ actor, planId, noteId, now: now() });
  return redirectWithNotice(`/plans/${planId}/notes`, "Note marked as dealt with");
}

export { NoPage as default } from "~/ui/no-page";
