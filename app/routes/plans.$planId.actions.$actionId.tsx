import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { changeAction } from "~/plans/change-action.server";
import { getPlan } from "~/plans/get-plan.server";
import { emptyAction, planActionSchema, typedAction } from "~/plans/plan-action.schema";
import { actionTypedFrom, PlanActionForm } from "~/plans/plan-action-form";
import { namedIn } from "~/plans/plan-content";
import { requireDraft } from "~/plans/require-draft";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { listPlanSupport } from "~/support/list-plan-support.server";
import { formValues, parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Change an action", scripts: true };

const backTo = (planId: string) => ({ href: `/plans/${planId}/sections/actions`, text: "Go to the actions" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.actions.$actionId");
  const planId = requireId(args.params.planId);
  const actionId = requireId(args.params.actionId);
  const plan = await getPlan({ actor, planId, now: now() });
  const found = plan.content.actions.find(({ id }) => id === actionId);
  if (!found) throw new Response("Not found", { status: 404 });
  await runAction(actor, backTo(planId), async () => requireDraft(plan));
  const version = plan.actionVersions[actionId] ?? 1;
  const supports = await listPlanSupport({ actor, planId });
  return {
    ...{ planId, actionId, version },
    schoolName: plan.case.school.name,
    typed: typedAction(found),
    named: namedIn(plan.content),
    supports,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.actions.$actionId");
  const planId = requireId(args.params.planId);
  const form = await readForm(args.request, args.context);
  const values = formValues(form);
  const version = Number(values.version) || 0;
  const parsed = parseForm(planActionSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values, version, stored: null }, { status: 400 });
  const asked = { actor, planId, actionId: requireId(args.params.actionId), version, action: parsed.value, now: now() };
  const result = await runAction(actor, backTo(planId), () => changeAction(asked));
  if (!result.saved)
    return data({ errors: {}, values, version: result.stored.version, stored: result.stored }, { status: 409 });
  return redirectWithNotice(`/plans/${planId}/sections/actions`, "Action saved");
}

export default function ChangeAction() {
  const { planId, schoolName, supports, typed, named, version } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PlanActionForm
      key={answer?.stored?.version ?? 0}
      title="Change an action"
      planId={planId}
      schoolName={schoolName}
      named={named}
      supports={supports}
      typed={answer ? actionTypedFrom(answer.values, emptyAction) : typed}
      serverErrors={answer?.errors}
      version={answer?.version ?? version}
      stored={answer?.stored}
    />
  );
}
