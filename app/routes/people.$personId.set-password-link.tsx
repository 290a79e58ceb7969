import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { getPerson } from "~/people/get-person.server";
import { issueSetPasswordLink } from "~/people/issue-set-password-link.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import type { PageHandle } from "~/platform/page-scripts";
import { Button } from "~/ui/button";
import { formatDateTime } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";

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

export default function IssueLink() {
  const { id, name, linkUntil } = useLoaderData<typeof loader>();
  const issued = useActionData<typeof action>();
  return (
    <ServicePage width="narrow" back={{ href: `/people/${id}` }}>
      <PageHeading caption={name}>Issue a set-password link</PageHeading>
      {issued ? (
        <>
          <p className="govuk-body">
            Give this link to {name} yourself, by a way that only they read. It works once, until{" "}
            {formatDateTime(issued.expiresAt)}.
          </p>
          <p className="app-copy">{issued.link}</p>
          <p className="govuk-body">
            It is shown only now. If it gets lost, issue another: this one then stops working.
          </p>
        </>
      ) : (
        <>
          <p className="govuk-body">
            With the link {name} sets a password, or a new one where they forgot theirs. It works once and for 48 hours.
            Their present password works until the new one is set.
          </p>
          {linkUntil && (
            <p className="govuk-body">
              A link that works until {formatDateTime(linkUntil)} was issued before. It stops working when you issue
              another.
            </p>
          )}
          <PostForm reloadDocument>
            <Button>Issue link</Button>
          </PostForm>
        </>
      )}
    </ServicePage>
  );
}
