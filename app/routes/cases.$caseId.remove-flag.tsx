import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChallengeDetails } from "~/identification/challenge-details";
import { FlagFigures } from "~/identification/flag-figures";
import { getChallenge } from "~/identification/get-challenge.server";
import { removeFlag } from "~/identification/remove-flag.server";
import { removeFlagSchema } from "~/identification/remove-flag.schema";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ReasonedEventPage } from "~/plans/reasoned-event-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { parseForm } from "~/ui/parse-form";
import { WarningText } from "~/ui/warning-text";

export const handle: PageHandle = { title: "Remove the flag", scripts: true };

const backTo = (caseId: string) => ({ href: `/cases/${caseId}`, text: "Go to the school’s page" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.remove-flag");
  const caseId = requireId(args.params.caseId);
  const asked = { actor, caseId, event: "REMOVE_FLAG", now: now() } as const;
  return { ...(await runAction(actor, backTo(caseId), () => getChallenge(asked))), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.remove-flag");
  const caseId = requireId(args.params.caseId);
  const parsed = parseForm(removeFlagSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  await runAction(actor, backTo(caseId), () => removeFlag({ actor, caseId, ...parsed.value, now: now() }));
  return redirectWithNotice(`/cases/${caseId}`, "Flag removed");
}

export default function RemoveFlag() {
  const { case: of, challenge, figures, commandId } = useLoaderData<typeof loader>();
  return (
    <ReasonedEventPage
      of={of}
      title="Remove the flag"
      schema={removeFlagSchema}
      commandId={commandId}
      answer={useActionData<typeof action>()}
      reason={{ label: "Reason", hint: "For example, which figure was corrected. The council reads it." }}
      button="Remove flag"
      variant="warning"
    >
      {challenge && <ChallengeDetails challenge={challenge} />}
      <FlagFigures figures={figures} />
      <WarningText>This ends the case. The school owes no plan, and what was written stays on record.</WarningText>
    </ReasonedEventPage>
  );
}
