import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getEscalationToAnswer } from "~/escalation/get-escalation.server";
import { recordRepresentations } from "~/escalation/record-representations.server";
import { RecordRepresentationsForm } from "~/escalation/record-representations-form";
import { recordRepresentationsSchema } from "~/escalation/record-representations.schema";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Make representations", scripts: true };

const backTo = (escalationId: string) => ({ href: `/escalations/${escalationId}`, text: "Go to the escalation" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "escalations.$escalationId.represent");
  const escalationId = requireId(args.params.escalationId);
  const asked = { actor, escalationId, now: now() };
  const escalation = await runAction(actor, backTo(escalationId), () => getEscalationToAnswer(asked));
  return { escalation, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "escalations.$escalationId.represent");
  const escalationId = requireId(args.params.escalationId);
  const parsed = parseForm(recordRepresentationsSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const said = { actor, escalationId, ...parsed.value, now: now() };
  await runAction(actor, backTo(escalationId), () => recordRepresentations(said));
  return redirectWithNotice(`/escalations/${escalationId}`, "Representations sent to the Department");
}

export default function Represent() {
  const { escalation, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = (name: string) => String(answer?.values[name] ?? "");
  return (
    <RecordRepresentationsForm
      escalation={escalation}
      typed={{ commandId: typed("commandId") || commandId, representations: typed("representations") }}
      serverErrors={answer?.errors}
    />
  );
}
