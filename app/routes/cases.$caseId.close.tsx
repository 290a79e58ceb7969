import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { closeSchool } from "~/plans/close-school.server";
import { closeSchoolSchema } from "~/plans/close-school.schema";
import { getCaseForEvent } from "~/plans/get-case-for-event.server";
import { ReasonedEventPage } from "~/plans/reasoned-event-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { parseForm } from "~/ui/parse-form";
import { WarningText } from "~/ui/warning-text";

export const handle: PageHandle = { title: "Record that the school closed", scripts: true };

const backTo = (caseId: string) => ({ href: `/cases/${caseId}`, text: "Go to the school’s page" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.close");
  const caseId = requireId(args.params.caseId);
  const asked = { actor, caseId, event: "CLOSE_SCHOOL", now: now() } as const;
  return { of: await runAction(actor, backTo(caseId), () => getCaseForEvent(asked)), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.close");
  const caseId = requireId(args.params.caseId);
  const parsed = parseForm(closeSchoolSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  await runAction(actor, backTo(caseId), () => closeSchool({ actor, caseId, ...parsed.value, now: now() }));
  return redirectWithNotice(`/cases/${caseId}`, "Closure recorded");
}

export default function Close() {
  const { of, commandId } = useLoaderData<typeof loader>();
  return (
    <ReasonedEventPage
      of={of}
      title="Record that the school closed"
      schema={closeSchoolSchema}
      commandId={commandId}
      answer={useActionData<typeof action>()}
      reason={{ label: "How the school closed", hint: "For example, the date and where its pupils went." }}
      button="Close school"
      variant="warning"
    >
      <WarningText>This ends the case, and later identification runs leave the school out.</WarningText>
      <p className="govuk-body">
        If another school takes its place, such as an academy,{" "}
        <a className="govuk-link" href={`/cases/${of.id}/succeed`}>
          move the case to the successor
        </a>{" "}
        instead.
      </p>
    </ReasonedEventPage>
  );
}
