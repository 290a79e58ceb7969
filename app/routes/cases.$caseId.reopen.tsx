import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { getCaseForEvent } from "~/plans/get-case-for-event.server";
import { ReasonedEventPage } from "~/plans/reasoned-event-page";
import { reopenPlan } from "~/plans/reopen-plan.server";
import { reopenPlanSchema } from "~/plans/reopen-plan.schema";
import { now, today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { formatDate } from "~/ui/format-date";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Reopen the plan", scripts: true };

const backTo = (caseId: string) => ({ href: `/cases/${caseId}`, text: "Go to the school’s page" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.reopen");
  const caseId = requireId(args.params.caseId);
  const asked = { actor, caseId, event: "REOPEN_PLAN", now: now() } as const;
  return { of: await runAction(actor, backTo(caseId), () => getCaseForEvent(asked)), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.reopen");
  const caseId = requireId(args.params.caseId);
  const form = await readForm(args.request, args.context);
  const parsed = parseForm(reopenPlanSchema({ today: today() }), form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  await runAction(actor, backTo(caseId), () => reopenPlan({ actor, caseId, ...parsed.value, now: now() }));
  return redirectWithNotice(`/cases/${caseId}`, `Plan reopened; due ${formatDate(parsed.value.dueOn)}`);
}

export default function Reopen() {
  const { of, commandId } = useLoaderData<typeof loader>();
  return (
    <ReasonedEventPage
      of={of}
      title="Reopen the plan"
      schema={reopenPlanSchema(of)}
      commandId={commandId}
      answer={useActionData<typeof action>()}
      date={{ legend: "New due date", hint: "The day by which the council submits the new revision." }}
      reason={{ label: "Reason", hint: "Say what has to change. The council reads it." }}
      button="Reopen plan"
    >
      <p className="govuk-body">
        The council can edit the plan again and submits it as a new revision. What was approved stays on record.
      </p>
    </ReasonedEventPage>
  );
}
