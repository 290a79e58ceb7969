import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getHeadLetter } from "~/notifications/get-head-letter.server";
import { getPublicationDay } from "~/notifications/get-publication-day.server";
import { TellHeadteacherPage } from "~/notifications/tell-headteacher-page";
import { tellHeadteacherSchema } from "~/notifications/tell-headteacher.schema";
import { tellHeadteacher } from "~/notifications/tell-headteacher.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now, today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Tell the headteacher", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.headteacher");
  return { page: await getHeadLetter({ actor, caseId: args.params.caseId, now: now() }), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.headteacher");
  const caseId = requireId(args.params.caseId);
  const form = await readForm(args.request, args.context);
  const publishedOn = await getPublicationDay({ actor, caseId, runId: String(form.get("runId") ?? "") });
  const parsed = parseForm(tellHeadteacherSchema({ publishedOn, today: today() }), form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const back = { href: `/cases/${caseId}`, text: "Go to the school’s page" };
  await runAction(actor, back, () => tellHeadteacher({ actor, caseId, ...parsed.value, now: now() }));
  return redirectWithNotice(`/cases/${caseId}`, "You have recorded that the headteacher was told");
}

export default function TellHeadteacher() {
  const { page, commandId } = useLoaderData<typeof loader>();
  return <TellHeadteacherPage page={page} commandId={commandId} answer={useActionData<typeof action>()} />;
}
