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
import { endSupport } from "~/support/end-support.server";
import { getSupportRequestFor } from "~/support/get-support-request.server";
import { reasonSchema } from "~/support/reason.schema";
import { ReasonPage } from "~/support/reason-page";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "End a support", scripts: true };

const homeOf = (id: string) => `/support/requests/${id}`;
const backTo = (id: string) => ({ href: homeOf(id), text: "Go to the request" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "support.requests.$requestId.end");
  const requestId = requireId(args.params.requestId);
  const asked = { actor, requestId, event: "END_SUPPORT" as const, now: now() };
  const request = await runAction(actor, backTo(requestId), () => getSupportRequestFor(asked));
  return { request, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "support.requests.$requestId.end");
  const requestId = requireId(args.params.requestId);
  const parsed = parseForm(reasonSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const asked = { actor, requestId, ...parsed.value, now: now() };
  await runAction(actor, backTo(requestId), () => endSupport(asked));
  return redirectWithNotice(homeOf(requestId), "Support ended");
}

export default function EndSupport() {
  const { request, commandId } = useLoaderData<typeof loader>();
  return (
    <ReasonPage
      caption={`${request.support.name}, for ${request.school}`}
      title="End the support"
      home={homeOf(request.id)}
      schema={reasonSchema}
      commandId={commandId}
      answer={useActionData<typeof action>()}
      label="Reason"
      hint="For example, the school no longer needs it. Do not name pupils."
      button="End support"
      variant="warning"
    >
      <p className="govuk-body">
        It ends today. What it takes is free from then on. The other council and the Department read your reason.
      </p>
    </ReasonPage>
  );
}
