import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { describeMissing } from "~/plans/describe-missing";
import { describeWords } from "~/plans/describe-words";
import { getPlan } from "~/plans/get-plan.server";
import { listLeads } from "~/plans/list-leads.server";
import { listWordFindings } from "~/plans/list-word-findings.server";
import { planFingerprint } from "~/plans/plan-fingerprint.server";
import { readCommandId } from "~/plans/read-command-id";
import { requireDraft } from "~/plans/require-draft";
import { submitPlan } from "~/plans/submit-plan.server";
import { SubmitPlanForm } from "~/plans/submit-plan-form";
import { submitPlanSchema } from "~/plans/submit-plan.schema";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Submit plan", scripts: true };

const backTo = (planId: string) => ({ href: `/plans/${planId}`, text: "Go to the plan" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.submit");
  const planId = requireId(args.params.planId);
  const plan = await getPlan({ actor, planId, now: now() });
  await runAction(actor, backTo(planId), async () => requireDraft(plan));
  const { sections, isLead, case: found, today, councilCode } = plan;
  const findings = await listWordFindings({ actor, plan });
  return {
    planId,
    sections: sections.map(({ key, number, title, status }) => ({ key, number, title, status })),
    isLead,
    school: found.school.name,
    council: found.council.name,
    dates: { planState: found.planState, dueOn: found.dueOn, submittedOn: found.submittedOn, today },
    leads: isLead ? [] : await listLeads({ actor, councilCode }),
    words: findings.filter(({ accepted }) => accepted === null),
    seen: planFingerprint(plan.content),
    commandId: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.submit");
  const planId = requireId(args.params.planId);
  const form = await readForm(args.request, args.context);
  const parsed = parseForm(submitPlanSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, declared: false }, { status: 400 });
  const { seen } = parsed.value;
  const result = await runAction(actor, backTo(planId), () =>
    submitPlan({ actor, planId, seen, commandId: readCommandId(form), now: now() }),
  );
  if (!result.submitted) {
    const errors = { ...describeMissing(result.facts), ...describeWords(result.words) };
    return data({ errors, declared: true }, { status: 400 });
  }
  return redirect(`/plans/${planId}/submitted`, 303);
}

export default function SubmitPlanPage() {
  return <SubmitPlanForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
