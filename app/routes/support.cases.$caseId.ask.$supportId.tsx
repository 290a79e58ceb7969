import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { AskForSupportForm } from "~/support/ask-for-support-form";
import { askForSupportSchema, type AskTyped, emptyAsk } from "~/support/ask-for-support.schema";
import { askForSupport } from "~/support/ask-for-support.server";
import { getAskingForm } from "~/support/get-asking-form.server";
import { formatDate } from "~/ui/format-date";
import { formValues, parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Ask for support", scripts: true };

const backTo = (caseId: string) => ({ href: `/support/cases/${caseId}`, text: "Go to the support schools" });
const idsOf = ({ params }: LoaderFunctionArgs) => ({
  caseId: requireId(params.caseId),
  supportSchoolId: requireId(params.supportId),
});

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "support.cases.$caseId.ask.$supportId");
  const ids = idsOf(args);
  const form = await runAction(actor, backTo(ids.caseId), () => getAskingForm({ actor, ...ids, now: now() }));
  return { form, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "support.cases.$caseId.ask.$supportId");
  const ids = idsOf(args);
  const form = await readForm(args.request, args.context);
  const asked = { actor, ...ids, now: now() };
  const offered = await runAction(actor, backTo(ids.caseId), () => getAskingForm(asked));
  const values = formValues(form);
  const parsed = parseForm(askForSupportSchema({ ...offered, formatDate }), form);
  if (!parsed.ok) return data({ errors: parsed.errors, values }, { status: 400 });
  const send = () => askForSupport({ ...asked, asked: parsed.value });
  const requestId = await runAction(actor, backTo(ids.caseId), send);
  return redirectWithNotice(`/support/requests/${requestId}`, `Request sent to ${offered.support.council}`);
}

export default function AskForSupport() {
  const { form, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { ...emptyAsk, commandId, ...answer?.values } as AskTyped;
  return <AskForSupportForm form={form} typed={typed} serverErrors={answer?.errors} />;
}
