import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getExtensionRequest } from "~/deadlines/get-extension-request.server";
import { refuseExtension } from "~/deadlines/refuse-extension.server";
import { refuseExtensionSchema } from "~/deadlines/refuse-extension.schema";
import { RequestDetails } from "~/deadlines/request-details";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ReasonedEventPage } from "~/plans/reasoned-event-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { formatDate } from "~/ui/format-date";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Refuse the extension", scripts: true };

const backTo = (caseId: string) => ({ href: `/cases/${caseId}`, text: "Go to the school’s page" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.extension.refuse");
  const caseId = requireId(args.params.caseId);
  const asked = { actor, caseId, event: "REFUSE_EXTENSION", now: now() } as const;
  return { ...(await runAction(actor, backTo(caseId), () => getExtensionRequest(asked))), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.extension.refuse");
  const caseId = requireId(args.params.caseId);
  const parsed = parseForm(refuseExtensionSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  await runAction(actor, backTo(caseId), () => refuseExtension({ actor, caseId, ...parsed.value, now: now() }));
  return redirectWithNotice(`/cases/${caseId}`, "Extension refused. The present due date stands.");
}

export default function RefuseExtension() {
  const { case: of, request, commandId } = useLoaderData<typeof loader>();
  return (
    <ReasonedEventPage
      of={of}
      title="Refuse the extension"
      schema={refuseExtensionSchema}
      commandId={commandId}
      answer={useActionData<typeof action>()}
      reason={{ label: "Reason", hint: "The council reads it with your decision." }}
      button="Refuse extension"
    >
      {request && <RequestDetails request={request} dueOn={of.dueOn} />}
      <p className="govuk-body">The plan stays due on {formatDate(of.dueOn)}.</p>
    </ReasonedEventPage>
  );
}
