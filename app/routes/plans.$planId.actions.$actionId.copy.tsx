import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ActionSummary } from "~/plans/action-summary";
import { copyAction } from "~/plans/copy-action.server";
import { CopyToSchoolsPage } from "~/plans/copy-to-schools-page";
import { copyToSchoolsSchema } from "~/plans/copy-to-schools.schema";
import { getPlan } from "~/plans/get-plan.server";
import { listCopyTargets } from "~/plans/list-copy-targets.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { formatPlural } from "~/ui/format-number";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Copy an action to other schools", scripts: true };

const listOf = (planId: string) => `/plans/${planId}/sections/actions`;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.actions.$actionId.copy");
  const planId = requireId(args.params.planId);
  const actionId = requireId(args.params.actionId);
  const { content, case: found } = await getPlan({ actor, planId, now: now() });
  const at = content.actions.findIndex(({ id }) => id === actionId);
  const copied = content.actions[at];
  if (!copied) throw new Response("Not found", { status: 404 });
  const targets = (await listCopyTargets({ actor, planId })).map(({ planId: id, school, actions }) => ({
    planId: id,
    school,
    hint: actions === 0 ? "No action yet" : formatPlural(actions, "action"),
  }));
  return { planId, action: copied, number: at + 1, school: found.school.name, targets, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.actions.$actionId.copy");
  const planId = requireId(args.params.planId);
  const actionId = requireId(args.params.actionId);
  const parsed = parseForm(copyToSchoolsSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors }, { status: 400 });
  const { to: toPlanIds, commandId } = parsed.value;
  const back = { href: listOf(planId), text: "Go to the actions" };
  const copied = await runAction(actor, back, () =>
    copyAction({ actor, planId, actionId, toPlanIds, commandId, now: now() }),
  );
  return redirectWithNotice(listOf(planId), `Action copied to ${formatPlural(copied, "draft")}`);
}

export default function CopyAction() {
  const { planId, action: copied, number, school, targets, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <CopyToSchoolsPage
      title="Copy this action to other schools"
      school={school}
      back={{ href: listOf(planId), text: "Actions" }}
      targets={targets}
      typed={{ commandId, to: [] }}
      serverErrors={answer?.errors}
    >
      <p className="govuk-body">
        It is added at the end of each school’s actions, dates and cost included. Change there what is different.
      </p>
      <ActionSummary action={copied} number={number} headingLevel={2} />
    </CopyToSchoolsPage>
  );
}
