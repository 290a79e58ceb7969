import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RevisionDownloads } from "~/documents/revision-downloads";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { getPlan } from "~/plans/get-plan.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { describeReceived } from "~/ui/format-date";
import { Panel } from "~/ui/panel";

export const handle: PageHandle = { title: "Plan submitted" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.submitted");
  const plan = await getPlan({ actor, planId: args.params.planId ?? "", now: now() });
  const latest = plan.submissions.find(({ withdrawnAt }) => withdrawnAt === null);
  if (plan.editable || !latest) return redirect(`/plans/${plan.id}`);
  const { school, dueOn, submittedOn } = plan.case;
  const again = plan.submissions.filter(({ withdrawnAt }) => withdrawnAt === null).length > 1;
  return {
    ...{ planId: plan.id, revisionId: latest.id, reference: latest.reference, school: school.name, dueOn, submittedOn },
    again,
  };
}

export default function Submitted() {
  const { planId, revisionId, reference, school, dueOn, submittedOn, again } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="narrow">
      <Panel title="Plan submitted">
        Your reference
        <br />
        <strong>{reference}</strong>
      </Panel>
      <p className="govuk-body">
        The Department has the action plan of {school}.{submittedOn && ` ${describeReceived(dueOn, submittedOn)}.`}
      </p>
      <h2 className="govuk-heading-m">What happens next</h2>
      <p className="govuk-body">
        A reviewer reads the plan section by section, and approves it or returns it with comments. You are told on your
        notices page.
      </p>
      <p className="govuk-body">You can withdraw the plan until the review starts.</p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/plans/${planId}`}>
          Read the submitted plan
        </a>
      </p>
      {again && (
        <p className="govuk-body">
          <a className="govuk-link" href={`/plans/${planId}/compare`}>
            See what changed since the submission before
          </a>
        </p>
      )}
      <RevisionDownloads revisionId={revisionId} />
      <p className="govuk-body">
        <a className="govuk-link" href="/schools">
          Go to your schools
        </a>
      </p>
    </ServicePage>
  );
}
