import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { challengeFlag } from "~/identification/challenge-flag.server";
import { challengeFlagSchema } from "~/identification/challenge-flag.schema";
import { ChallengeFlagForm } from "~/identification/challenge-flag-form";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { getCaseForEvent } from "~/plans/get-case-for-event.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Challenge the flag", scripts: true };

const backTo = (caseId: string) => ({ href: `/cases/${caseId}`, text: "Go to the school’s page" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.challenge");
  const caseId = requireId(args.params.caseId);
  const of = await runAction(actor, backTo(caseId), () =>
    getCaseForEvent({ actor, caseId, event: "CHALLENGE_FLAG", now: now() }),
  );
  return { of, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.challenge");
  const caseId = requireId(args.params.caseId);
  const parsed = parseForm(challengeFlagSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  await runAction(actor, backTo(caseId), () => challengeFlag({ actor, caseId, ...parsed.value, now: now() }));
  return redirectWithNotice(
    `/cases/${caseId}`,
    "Flag challenged. The Department has your evidence. You can attach files to it under “Challenge”.",
  );
}

export default function Challenge() {
  const { of, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ChallengeFlagForm of={of} commandId={commandId} answer={answer} />;
}
