import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOfficers } from "~/people/list-officers.server";
import { OfficersTable } from "~/people/officers-table";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { LinkButton } from "~/ui/link-button";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Your officers" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "officers");
  return { councils: await listOfficers({ actor }) };
}

export default function Officers() {
  const { councils } = useLoaderData<typeof loader>();
  return (
    <ServicePage>
      <PageHeading>Your officers</PageHeading>
      <p className="govuk-body">
        You add and remove the officers of your council. The Department says who its leads are, since leads submit plans
        on the council’s behalf.
      </p>
      <LinkButton href="/officers/new">Add an officer</LinkButton>
      {councils.map(({ code, name, people }) => (
        <OfficersTable key={code} council={name} people={people} />
      ))}
    </ServicePage>
  );
}
