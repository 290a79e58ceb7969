import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { InviteHeadPage } from "~/people/invite-head-page";
import { inviteHeadSchema } from "~/people/invite-head.schema";
import { inviteHead } from "~/people/invite-head.server";
import { listHeads } from "~/people/list-heads.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Invite the headteacher", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.invite");
  const caseId = requireId(args.params.caseId);
  return { caseId, ...(await listHeads({ actor, caseId, now: now() })) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.invite");
  const caseId = requireId(args.params.caseId);
  const parsed = parseForm(inviteHeadSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values, issued: undefined }, { status: 400 });
  const back = { href: `/cases/${caseId}`, text: "Go to the school’s page" };
  const invited = await runAction(actor, back, () => inviteHead({ actor, caseId, ...parsed.value, now: now() }));
  if (!invited.ok) {
    const errors = { [invited.field]: invited.message };
    return data({ errors, values: parsed.value, issued: undefined }, { status: 400 });
  }
  const { name, token, expiresAt } = invited;
  const link = new URL(`/set-password/${token}`, env().APP_ORIGIN ?? args.request.url).href;
  return data({ errors: undefined, values: undefined, issued: { name, link, expiresAt } });
}

export default function InviteHead() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { name: String(answer?.values?.name ?? ""), email: String(answer?.values?.email ?? "") };
  return <InviteHeadPage {...page} typed={typed} serverErrors={answer?.errors} issued={answer?.issued} />;
}
