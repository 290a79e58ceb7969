import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EscalationPage } from "~/escalation/escalation-page";
import { getEscalation } from "~/escalation/get-escalation.server";
import { requireAccess } from "~/people/require-access.server";
import { listLeads } from "~/plans/list-leads.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";

export const handle: PageHandle = {
  title: (data: { escalation: { council: { name: string } } } | undefined) =>
    data ? `Escalation of ${data.escalation.council.name}` : "Escalation",
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "escalations.$escalationId");
  const escalation = await getEscalation({ actor, escalationId: requireId(args.params.escalationId), now: now() });
  const { proposal, ofOwnCouncil, mayAnswer, council } = escalation;
  const asksLead = proposal !== null && ofOwnCouncil && !mayAnswer;
  return { escalation, leads: asksLead ? await listLeads({ actor, councilCode: council.code }) : [] };
}

export default function Escalation() {
  return <EscalationPage {...useLoaderData<typeof loader>()} />;
}
