import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { CaseStatus } from "~/plans/case-status";
import { getCaseForEvent } from "~/plans/get-case-for-event.server";
import { getPlan } from "~/plans/get-plan.server";
import { readCommandId } from "~/plans/read-command-id";
import { withdrawSubmission } from "~/plans/withdraw-submission.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";

export const handle: PageHandle = { title: "Withdraw submission" };

const backTo = (planId: string) => ({ href: `/plans/${planId}`, text: "Go to the plan" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.withdraw");
  const planId = requireId(args.params.planId);
  const plan = await getPlan({ actor, planId, now: now() });
  await runAction(actor, backTo(planId), () =>
    getCaseForEvent({ actor, caseId: plan.case.id, event: "WITHDRAW_SUBMISSION", now: now() }),
  );
  const { planState, dueOn, submittedOn, school } = plan.case;
  const dates = { planState, dueOn, submittedOn, today: plan.today };
  const reference = plan.submissions.find(({ withdrawnAt }) => withdrawnAt === null)?.reference;
  return { planId, school: school.name, dates, reference, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.withdraw");
  const planId = requireId(args.params.planId);
  const form = await readForm(args.request, args.context);
  await runAction(actor, backTo(planId), () =>
    withdrawSubmission({ actor, planId, commandId: readCommandId(form), now: now() }),
  );
  return redirectWithNotice(`/plans/${planId}`, "Submission withdrawn. You can change the plan again.");
}

export default function Withdraw() {
  const { planId, school, dates, reference, commandId } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="narrow" back={{ href: `/plans/${planId}`, text: "Action plan" }}>
      <PageHeading caption={school}>Withdraw submission</PageHeading>
      <CaseStatus {...dates} />
      <p className="govuk-body">
        If you withdraw the plan{reference && `, reference ${reference}`}, the Department can no longer read it and you
        can change it again. The due date stays the same, and you must submit the plan again. The history keeps this
        submission.
      </p>
      <PostForm commandId={commandId}>
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            Withdraw submission
          </Button>
          <a className="govuk-link" href={`/plans/${planId}`}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
