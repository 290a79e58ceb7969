import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { ActionSummary } from "~/plans/action-summary";
import { getPlan } from "~/plans/get-plan.server";
import { removeAction } from "~/plans/remove-action.server";
import { requireDraft } from "~/plans/require-draft";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";

export const handle: PageHandle = { title: "Remove an action" };

const backTo = (planId: string) => ({ href: `/plans/${planId}/sections/actions`, text: "Go to the actions" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.actions.$actionId.remove");
  const planId = requireId(args.params.planId);
  const actionId = requireId(args.params.actionId);
  const plan = await getPlan({ actor, planId, now: now() });
  const at = plan.content.actions.findIndex(({ id }) => id === actionId);
  const found = plan.content.actions[at];
  if (!found) throw new Response("Not found", { status: 404 });
  await runAction(actor, backTo(planId), async () => requireDraft(plan));
  return { planId, action: found, number: at + 1, schoolName: plan.case.school.name };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.actions.$actionId.remove");
  const planId = requireId(args.params.planId);
  const actionId = requireId(args.params.actionId);
  await readForm(args.request, args.context);
  await runAction(actor, backTo(planId), () => removeAction({ actor, planId, actionId, now: now() }));
  return redirectWithNotice(`/plans/${planId}/sections/actions`, "Action removed");
}

export default function RemoveAction() {
  const { planId, action: removed, number, schoolName } = useLoaderData<typeof loader>();
  const list = `/plans/${planId}/sections/actions`;
  return (
    <ServicePage width="narrow" back={{ href: list, text: "Actions" }}>
      <PageHeading caption={schoolName}>Are you sure you want to remove this action?</PageHeading>
      <ActionSummary action={removed} number={number} headingLevel={2} />
      <PostForm>
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            Remove action
          </Button>
          <a className="govuk-link" href={list}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
