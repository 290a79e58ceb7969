import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { getProgress } from "~/plans/get-progress.server";
import { ProgressPage } from "~/plans/progress-page";
import { recordProgress } from "~/plans/record-progress.server";
import { recordProgressSchema, WHOLE_PLAN } from "~/plans/record-progress.schema";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Progress", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.progress");
  const caseId = requireId(args.params.caseId);
  return { progress: await getProgress({ actor, caseId, now: now() }), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.progress");
  const caseId = requireId(args.params.caseId);
  const parsed = parseForm(recordProgressSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const { action: about, ...said } = parsed.value;
  const actionId = about === WHOLE_PLAN ? null : requireId(about);
  const back = { href: `/cases/${caseId}`, text: "Go to the school’s page" };
  await runAction(actor, back, () => recordProgress({ actor, caseId, actionId, ...said, now: now() }));
  return redirectWithNotice(`/cases/${caseId}/progress`, "Progress recorded");
}

export default function CaseProgress() {
  const { progress, commandId } = useLoaderData<typeof loader>();
  return <ProgressPage progress={progress} commandId={commandId} answer={useActionData<typeof action>()} />;
}
