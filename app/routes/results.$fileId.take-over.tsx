import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { takeOverResultsFile } from "~/identification/take-over-results-file.server";
import { readForm } from "~/people/csrf.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { StaleForm } from "~/plans/event-refused";
import { now } from "~/platform/clock.server";
import { requireId } from "~/platform/require-id";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "results.$fileId.take-over");
  return redirect(`/results/${requireId(args.params.fileId)}`, 303);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId.take-over");
  const fileId = requireId(args.params.fileId);
  await readForm(args.request, args.context);
  await runAction(actor, { href: `/results/${fileId}`, text: "See the file as it is now" }, async () => {
    if (!(await takeOverResultsFile({ actor, fileId, now: now() })))
      throw new StaleForm(
        "This file cannot be taken over: rows of it need a choice first, it is being checked again, it was put aside or taken back, or another with the same bytes was taken over.",
      );
  });
  return redirect(`/results/${fileId}`, 303);
}

export { NoPage as default } from "~/ui/no-page";
