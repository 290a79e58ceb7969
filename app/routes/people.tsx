import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCouncils } from "~/people/list-councils.server";
import { listPeople } from "~/people/list-people.server";
import { PeopleFilterPanel } from "~/people/people-filter-panel";
import { peopleHref, readPeopleFilter } from "~/people/people-filter";
import { PeopleTable } from "~/people/people-table";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { formatPlural } from "~/ui/format-number";
import { LinkButton } from "~/ui/link-button";
import { PageHeading } from "~/ui/page-heading";
import { Pagination } from "~/ui/pagination";

export const handle: PageHandle = { title: "People" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "people");
  const filter = readPeopleFilter(new URL(args.request.url).searchParams);
  return { ...(await listPeople({ actor, filter })), filter, councils: await listCouncils({ actor }) };
}

export default function People() {
  const { people, total, page, pages, filter, councils } = useLoaderData<typeof loader>();
  return (
    <ServicePage>
      <PageHeading>People</PageHeading>
      <LinkButton href="/people/new">Add a person</LinkButton>
      <PeopleFilterPanel filter={filter} councils={councils} />
      <PeopleTable people={people} caption={formatPlural(total, "person", "people")} />
      <Pagination page={page} pages={pages} hrefFor={(wanted) => peopleHref(filter, { page: wanted })} />
    </ServicePage>
  );
}
