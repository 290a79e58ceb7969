import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { discardResultsFile } from "~/identification/discard-results-file.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { StaleForm } from "~/plans/event-refused";
import { requireId } from "~/platform/require-id";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "results.$fileId.discard");
  return redirect(`/results/${requireId(args.params.fileId)}`, 303);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId.discard");
  const fileId = requireId(args.params.fileId);
  await readForm(args.request, args.context);
  await runAction(actor, { href: `/results/${fileId}`, text: "See the file as it is now" }, async () => {
    if (!(await discardResultsFile({ actor, fileId })))
      throw new StaleForm("This file cannot be put aside: it was taken over, or is being taken over.");
  });
  return redirectWithNotice("/results", "The file is put aside. Nothing of it counts.");
}

export { NoPage as default } from "~/ui/no-page";
