import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { getPerson } from "~/people/get-person.server";
import { IssueLink } from "~/people/issue-link";
import { issueSetPasswordLink } from "~/people/issue-set-password-link.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Issue a set-password link" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "people.$personId.set-password-link");
  const { id, name, linkUntil } = await getPerson({ actor, personId: args.params.personId ?? "", now: now() });
  return { id, name, linkUntil };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "people.$personId.set-password-link");
  await readForm(args.request, args.context);
  const personId = args.params.personId ?? "";
  const back = { href: `/people/${personId}`, text: "See the person as they are now" };
  const { token, expiresAt } = await runAction(actor, back, () =>
    issueSetPasswordLink({ actor, personId, now: now() }),
  );
  return { link: new URL(`/set-password/${token}`, env().APP_ORIGIN ?? args.request.url).href, expiresAt };
}

export default function IssuePersonLink() {
  const { id, name, linkUntil } = useLoaderData<typeof loader>();
  const issued = useActionData<typeof action>();
  return (
    <ServicePage width="narrow" back={{ href: `/people/${id}` }}>
      <PageHeading caption={name}>Issue a set-password link</PageHeading>
      <IssueLink name={name} linkUntil={linkUntil} issued={issued} />
    </ServicePage>
  );
}
