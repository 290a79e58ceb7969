import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { withdrawHead } from "~/people/withdraw-head.server";
import { now } from "~/platform/clock.server";
import { requireId } from "~/platform/require-id";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "cases.$caseId.invite.$grantId.withdraw");
  return redirect(`/cases/${requireId(args.params.caseId)}/invite`);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.invite.$grantId.withdraw");
  const caseId = requireId(args.params.caseId);
  await readForm(args.request, args.context);
  const back = { href: `/cases/${caseId}/invite`, text: "See who is invited" };
  const { name } = await runAction(actor, back, () =>
    withdrawHead({ actor, caseId, grantId: requireId(args.params.grantId), now: now() }),
  );
  return redirectWithNotice(`/cases/${caseId}/invite`, `${name} has no access to the school any more`);
}

export { NoPage as default } from "~/ui/no-page";
