import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { getSupportRequest } from "~/support/get-support-request.server";
import { SupportRequestPage } from "~/support/support-request-page";

export const handle: PageHandle = {
  title: ({ request }: Awaited<ReturnType<typeof loader>>) => `Request to ${request.support.name}`,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "support.requests.$requestId");
  const requestId = requireId(args.params.requestId);
  return { request: await getSupportRequest({ actor, requestId, now: now() }), commandId: randomUUID() };
}

export default function SupportRequest() {
  const { request, commandId } = useLoaderData<typeof loader>();
  return <SupportRequestPage request={request} commandId={commandId} />;
}
