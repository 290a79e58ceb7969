import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChallengeDetails } from "~/identification/challenge-details";
import { FlagFigures } from "~/identification/flag-figures";
import { getChallenge } from "~/identification/get-challenge.server";
import { upholdFlag } from "~/identification/uphold-flag.server";
import { upholdFlagSchema } from "~/identification/uphold-flag.schema";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ReasonedEventPage } from "~/plans/reasoned-event-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { formatDate } from "~/ui/format-date";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Uphold the flag", scripts: true };

const backTo = (caseId: string) => ({ href: `/cases/${caseId}`, text: "Go to the school’s page" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.uphold");
  const caseId = requireId(args.params.caseId);
  const asked = { actor, caseId, event: "UPHOLD_FLAG", now: now() } as const;
  return { ...(await runAction(actor, backTo(caseId), () => getChallenge(asked))), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.uphold");
  const caseId = requireId(args.params.caseId);
  const form = await readForm(args.request, args.context);
  const parsed = parseForm(upholdFlagSchema({ dueOn: String(form.get("presentDueOn") ?? "") }), form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  await runAction(actor, backTo(caseId), () => upholdFlag({ actor, caseId, ...parsed.value, now: now() }));
  return redirectWithNotice(`/cases/${caseId}`, "Flag upheld");
}

export default function Uphold() {
  const { case: of, challenge, figures, commandId } = useLoaderData<typeof loader>();
  return (
    <ReasonedEventPage
      of={of}
      title="Uphold the flag"
      schema={upholdFlagSchema({ dueOn: of.dueOn })}
      commandId={commandId}
      answer={useActionData<typeof action>()}
      date={{
        legend: "New due date (optional)",
        hint: `Give one to make up for the time that the challenge took. Without it the plan stays due on ${formatDate(of.dueOn)}.`,
      }}
      reason={{ label: "Reason", hint: "The council reads it with your decision." }}
      button="Uphold flag"
    >
      {challenge && <ChallengeDetails challenge={challenge} />}
      <FlagFigures figures={figures} />
      <p className="govuk-body">
        The school still needs a plan if you uphold the flag. If it does not,{" "}
        <a className="govuk-link" href={`/cases/${of.id}/remove-flag`}>
          remove the flag
        </a>
        .
      </p>
    </ReasonedEventPage>
  );
}
