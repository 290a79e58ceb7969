import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { describeRole } from "~/people/describe-role";
import { getPerson } from "~/people/get-person.server";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { ButtonGroup } from "~/ui/button-group";
import { formatDate, formatDateTime } from "~/ui/format-date";
import { LinkButton } from "~/ui/link-button";
import { PageHeading } from "~/ui/page-heading";
import { SummaryList } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";

export const handle: PageHandle = { title: (person: { name: string } | undefined) => person?.name ?? "Person" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "people.$personId");
  const person = await getPerson({ actor, personId: args.params.personId ?? "", now: now() });
  return { ...person, isYou: person.id === actor.personId };
}

export default function Person() {
  const person = useLoaderData<typeof loader>();
  const at = `/people/${person.id}`;
  const roles = (
    <ul className="govuk-list">
      {person.roles.map((role) => (
        <li key={role.id}>
          {describeRole(role)}, since {formatDate(role.since)}
        </li>
      ))}
    </ul>
  );
  const former = (
    <ul className="govuk-list">
      {person.formerRoles.map((role, index) => (
        <li key={index}>
          {describeRole(role)}, {formatDate(role.since)} to {formatDate(role.until)}
        </li>
      ))}
    </ul>
  );
  return (
    <ServicePage width="narrow" back={{ href: "/people" }}>
      <PageHeading>{person.name}</PageHeading>
      <SummaryList
        rows={[
          {
            key: "Status",
            value: person.active ? <Tag colour="green">Active</Tag> : <Tag colour="grey">Deactivated</Tag>,
          },
          { key: "Email address", value: person.email },
          {
            key: "Roles",
            value: person.roles.length > 0 ? roles : "None",
            actions: [{ text: "Change", href: `${at}/roles`, hiddenText: "roles" }],
          },
          ...(person.formerRoles.length > 0 ? [{ key: "Former roles", value: former }] : []),
          {
            key: "Last sign-in",
            value: person.lastSignedInAt ? formatDateTime(person.lastSignedInAt) : "Never",
          },
          { key: "Added", value: formatDate(person.createdAt) },
          {
            key: "Set-password link",
            value: person.linkUntil ? `Not used yet, works until ${formatDateTime(person.linkUntil)}` : "None open",
          },
        ]}
      />
      <ButtonGroup>
        {person.active && (
          <LinkButton href={`${at}/set-password-link`} variant="secondary">
            Issue a set-password link
          </LinkButton>
        )}
        {person.active && !person.isYou && (
          <LinkButton href={`${at}/deactivate`} variant="warning">
            Deactivate
          </LinkButton>
        )}
        {!person.active && <LinkButton href={`${at}/reactivate`}>Reactivate</LinkButton>}
      </ButtonGroup>
    </ServicePage>
  );
}
