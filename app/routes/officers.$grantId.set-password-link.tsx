import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { getOfficer } from "~/people/get-officer.server";
import { IssueLink } from "~/people/issue-link";
import { issueOfficerLink } from "~/people/issue-officer-link.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Issue a set-password link" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "officers.$grantId.set-password-link");
  const { name, linkUntil } = await getOfficer({ actor, grantId: args.params.grantId ?? "", now: now() });
  return { name, linkUntil };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "officers.$grantId.set-password-link");
  await readForm(args.request, args.context);
  const back = { href: "/officers", text: "See your officers" };
  const { token, expiresAt } = await runAction(actor, back, () =>
    issueOfficerLink({ actor, grantId: args.params.grantId ?? "", now: now() }),
  );
  return { link: new URL(`/set-password/${token}`, env().APP_ORIGIN ?? args.request.url).href, expiresAt };
}

export default function IssueLinkToOfficer() {
  const { name, linkUntil } = useLoaderData<typeof loader>();
  const issued = useActionData<typeof action>();
  return (
    <ServicePage width="narrow" back={{ href: "/officers" }}>
      <PageHeading caption={name}>Issue a set-password link</PageHeading>
      <IssueLink name={name} linkUntil={linkUntil} issued={issued} />
    </ServicePage>
  );
}
