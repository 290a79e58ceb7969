import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { describeRole } from "~/people/describe-role";
import { getAccount } from "~/people/get-account.server";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { holds } from "~/platform/actor";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { Button } from "~/ui/button";
import { formatDate, formatDateTimeShort } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";

export const handle: PageHandle = { title: "Your account" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "account");
  const account = await getAccount({ actor, sessionHash: args.context.sessionHash, now: now() });
  return { ...account, declaresInterests: holds(actor, "reviewer", "admin") };
}

export default function Account() {
  const { name, email, roles, sessions, declaresInterests } = useLoaderData<typeof loader>();
  const roleList = (
    <ul className="govuk-list">
      {roles.map((role) => (
        <li key={describeRole(role)}>
          {describeRole(role)}, since {formatDate(role.since)}
        </li>
      ))}
    </ul>
  );
  return (
    <ServicePage width="narrow">
      <PageHeading>Your account</PageHeading>
      <SummaryList
        rows={[
          { key: "Name", value: name },
          { key: "Email address", value: email },
          { key: "Roles", value: roles.length > 0 ? roleList : "None yet. Ask an admin of the Department." },
          {
            key: "Password",
            value: "Not shown",
            actions: [{ text: "Change", href: "/account/password", hiddenText: "password" }],
          },
          ...(declaresInterests
            ? [
                {
                  key: "Interests",
                  value: "Schools and councils whose plans you must not review",
                  actions: [{ text: "Declare", href: "/account/interests", hiddenText: "or withdraw an interest" }],
                },
              ]
            : []),
        ]}
      />
      <Table
        caption="Where you are signed in"
        captionSize="m"
        columns={[{ label: "Signed in" }, { label: "Last used" }, { label: "Which" }]}
        rows={sessions.map((session, index) => ({
          key: String(index),
          cells: [
            formatDateTimeShort(session.startedAt),
            formatDateTimeShort(session.lastUsedAt),
            session.current ? "This browser" : "Another browser",
          ],
        }))}
      />
      <PostForm action="/account/sign-out-everywhere" reloadDocument>
        <Button variant="secondary">Sign out everywhere</Button>
      </PostForm>
    </ServicePage>
  );
}
