import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getExtensionRequest } from "~/deadlines/get-extension-request.server";
import { grantExtension } from "~/deadlines/grant-extension.server";
import { grantExtensionSchema } from "~/deadlines/grant-extension.schema";
import { RequestDetails } from "~/deadlines/request-details";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ReasonedEventPage } from "~/plans/reasoned-event-page";
import { now, today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { formatDate } from "~/ui/format-date";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Grant the extension", scripts: true };

const backTo = (caseId: string) => ({ href: `/cases/${caseId}`, text: "Go to the school’s page" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.extension.grant");
  const caseId = requireId(args.params.caseId);
  const asked = { actor, caseId, event: "GRANT_EXTENSION", now: now() } as const;
  return { ...(await runAction(actor, backTo(caseId), () => getExtensionRequest(asked))), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.extension.grant");
  const caseId = requireId(args.params.caseId);
  const form = await readForm(args.request, args.context);
  const limits = { dueOn: String(form.get("presentDueOn") ?? ""), today: today() };
  const parsed = parseForm(grantExtensionSchema(limits), form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  await runAction(actor, backTo(caseId), () => grantExtension({ actor, caseId, ...parsed.value, now: now() }));
  return redirectWithNotice(`/cases/${caseId}`, `Extension granted to ${formatDate(parsed.value.dueOn)}`);
}

export default function GrantExtension() {
  const { case: of, request, commandId } = useLoaderData<typeof loader>();
  return (
    <ReasonedEventPage
      of={of}
      title="Grant the extension"
      schema={grantExtensionSchema(of)}
      commandId={commandId}
      answer={useActionData<typeof action>()}
      date={{
        legend: "New due date",
        hint: request ? "The date that the council asked for. You can grant another." : undefined,
        proposal: request?.requestedDueOn,
      }}
      reason={{ label: "Reason", hint: "The council reads it with your decision." }}
      button="Grant extension"
    >
      {request && <RequestDetails request={request} dueOn={of.dueOn} />}
      {request && (
        <p className="govuk-body">
          If the present date is to stand,{" "}
          <a className="govuk-link" href={`/cases/${of.id}/extension/refuse`}>
            refuse the extension
          </a>
          .
        </p>
      )}
    </ReasonedEventPage>
  );
}
