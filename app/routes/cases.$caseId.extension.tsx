import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requestExtension } from "~/deadlines/request-extension.server";
import { requestExtensionSchema } from "~/deadlines/request-extension.schema";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { getCaseForEvent } from "~/plans/get-case-for-event.server";
import { ReasonedEventPage } from "~/plans/reasoned-event-page";
import { now, today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { formatDate } from "~/ui/format-date";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Ask for an extension", scripts: true };

const backTo = (caseId: string) => ({ href: `/cases/${caseId}`, text: "Go to the school’s page" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.extension");
  const caseId = requireId(args.params.caseId);
  const asked = { actor, caseId, event: "REQUEST_EXTENSION", now: now() } as const;
  return { of: await runAction(actor, backTo(caseId), () => getCaseForEvent(asked)), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.extension");
  const caseId = requireId(args.params.caseId);
  const form = await readForm(args.request, args.context);
  const limits = { dueOn: String(form.get("presentDueOn") ?? ""), today: today() };
  const parsed = parseForm(requestExtensionSchema(limits), form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  await runAction(actor, backTo(caseId), () => requestExtension({ actor, caseId, ...parsed.value, now: now() }));
  return redirectWithNotice(
    `/cases/${caseId}`,
    `Extension to ${formatDate(parsed.value.dueOn)} asked for. The present due date stands until it is decided.`,
  );
}

export default function Extension() {
  const { of, commandId } = useLoaderData<typeof loader>();
  return (
    <ReasonedEventPage
      of={of}
      title="Ask for an extension"
      schema={requestExtensionSchema(of)}
      commandId={commandId}
      answer={useActionData<typeof action>()}
      date={{
        legend: "New due date",
        hint: `It must be after ${formatDate(of.dueOn)}. For example, 23 4 2027.`,
      }}
      reason={{ label: "Reason", hint: "Say what holds the plan up and what will be done by the new date." }}
      button="Ask for extension"
    >
      <p className="govuk-body">
        The Department decides and gives a reason. Until then the plan stays due on {formatDate(of.dueOn)}.
      </p>
    </ReasonedEventPage>
  );
}
