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

const answers = { forbidden: "No permission", notFound: "Not found" };

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
        Signed-in people who asked for a page that is not theirs or does not exist. They got the same answer in both
        cases. At most 30 attempts a minute are kept for each person.
      </p>
      <Table
        caption={formatPlural(total, "attempt")}
        captionSize="m"
        wide
        columns={[{ label: "When", nowrap: true }, { label: "Who" }, { label: "Address" }, { label: "Answer" }]}
        rows={attempts.map(({ id, at, name, kind, path }) => ({
          key: id,
          cells: [
            <time key="at" dateTime={at}>
              {formatDateTimeShort(at)}
            </time>,
            name,
            path,
            answers[kind],
          ],
        }))}
        empty="Nobody has been refused a page."
      />
      <Pagination page={page} pages={pages} hrefFor={(number) => `/access-log?page=${number}`} />
    </ServicePage>
  );
}
