import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { declineRequest } from "~/support/decline-request.server";
import { getSupportRequestFor } from "~/support/get-support-request.server";
import { reasonSchema } from "~/support/reason.schema";
import { ReasonPage } from "~/support/reason-page";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Decline a request", scripts: true };

const homeOf = (id: string) => `/support/requests/${id}`;
const backTo = (id: string) => ({ href: homeOf(id), text: "Go to the request" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "support.requests.$requestId.decline");
  const requestId = requireId(args.params.requestId);
  const asked = { actor, requestId, event: "DECLINE_REQUEST" as const, now: now() };
  const request = await runAction(actor, backTo(requestId), () => getSupportRequestFor(asked));
  return { request, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "support.requests.$requestId.decline");
  const requestId = requireId(args.params.requestId);
  const parsed = parseForm(reasonSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const asked = { actor, requestId, ...parsed.value, now: now() };
  await runAction(actor, backTo(requestId), () => declineRequest(asked));
  return redirectWithNotice(homeOf(requestId), "Request declined");
}

export default function DeclineRequest() {
  const { request, commandId } = useLoaderData<typeof loader>();
  return (
    <ReasonPage
      caption={`${request.support.name}, for ${request.school}`}
      title="Decline the request"
      home={homeOf(request.id)}
      schema={reasonSchema}
      commandId={commandId}
      answer={useActionData<typeof action>()}
      label="Reason"
      hint="For example, when you could help instead. Do not name pupils."
      button="Decline request"
    >
      <p className="govuk-body">{request.asking} and the Department read your reason.</p>
    </ReasonPage>
  );
}
