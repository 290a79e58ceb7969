import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { addAction } from "~/plans/add-action.server";
import { getPlan } from "~/plans/get-plan.server";
import { emptyAction, planActionSchema } from "~/plans/plan-action.schema";
import { actionTypedFrom, PlanActionForm } from "~/plans/plan-action-form";
import { namedIn } from "~/plans/plan-content";
import { readCommandId } from "~/plans/read-command-id";
import { requireDraft } from "~/plans/require-draft";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { listPlanSupport } from "~/support/list-plan-support.server";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Add an action", scripts: true };

const backTo = (planId: string) => ({ href: `/plans/${planId}/sections/actions`, text: "Go to the actions" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.actions.new");
  const planId = requireId(args.params.planId);
  const plan = await getPlan({ actor, planId, now: now() });
  await runAction(actor, backTo(planId), async () => requireDraft(plan));
  const supports = await listPlanSupport({ actor, planId });
  return { planId, schoolName: plan.case.school.name, named: namedIn(plan.content), supports, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.actions.new");
  const planId = requireId(args.params.planId);
  const form = await readForm(args.request, args.context);
  const parsed = parseForm(planActionSchema, form);
  const commandId = readCommandId(form) ?? "";
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values, commandId }, { status: 400 });
  await runAction(actor, backTo(planId), () =>
    addAction({ actor, planId, action: parsed.value, commandId, now: now() }),
  );
  return redirectWithNotice(`/plans/${planId}/sections/actions`, "Action added");
}

export default function NewAction() {
  const { planId, schoolName, named, supports, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PlanActionForm
      title="Add an action"
      planId={planId}
      schoolName={schoolName}
      named={named}
      supports={supports}
      typed={answer ? actionTypedFrom(answer.values, emptyAction) : emptyAction}
      serverErrors={answer?.errors}
      commandId={answer?.commandId || commandId}
    />
  );
}
