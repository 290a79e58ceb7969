import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAccessEvents } from "~/audit/list-access-events.server";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { pageNumber } from "~/platform/page-number";
import type { PageHandle } from "~/platform/page-scripts";
import { formatDateTimeShort } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";

export const handle: PageHandle = { title: "Access log" };

const kinds: Record<string, string> = {
  forbidden: "Refused: no permission",
  notFound: "Refused: not found",
  personAdded: "Person added",
  roleGranted: "Role given",
  roleRevoked: "Role taken back",
  personDeactivated: "Person deactivated",
  personReactivated: "Person reactivated",
  linkIssued: "Set-password link issued",
  interestDeclared: "Interest declared",
  interestWithdrawn: "Interest withdrawn",
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "access-log");
  const page = pageNumber(args.request);
  return { page, ...(await listAccessEvents({ actor, page })) };
}

export default function AccessLog() {
  const { page, pages, total, attempts } = useLoaderData<typeof loader>();
  return (
    <ServicePage>
      <PageHeading>Access log</PageHeading>
      <p className="govuk-body">
        Changes to people and their roles, and signed-in people who asked for a page that is not theirs or does not
        exist. At most 30 refusals a minute are kept for each person.
      </p>
      <Table
        caption={formatPlural(total, "entry", "entries")}
        captionSize="m"
        wide
        columns={[{ label: "When", nowrap: true }, { label: "Who" }, { label: "Address" }, { label: "What happened" }]}
        rows={attempts.map(({ id, at, name, kind, path }) => ({
          key: id,
          cells: [
            <time key="at" dateTime={at}>
              {formatDateTimeShort(at)}
            </time>,
            name,
            path,
            kinds[kind] ?? kind,
          ],
        }))}
        empty="Nothing has happened yet."
      />
      <Pagination page={page} pages={pages} hrefFor={(number) => `/access-log?page=${number}`} />
    </ServicePage>
  );
}
