import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HistoryComparison } from "~/identification/history-comparison";
import { HISTORIES_A_PAGE } from "~/identification/history-question";
import { listWaitingHistories } from "~/identification/list-waiting-histories.server";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { pageNumber } from "~/platform/page-number";
import type { PageHandle } from "~/platform/page-scripts";
import { InsetText } from "~/ui/inset-text";
import { PageHeading } from "~/ui/page-heading";
import { Pagination } from "~/ui/pagination";
import { SummaryCard } from "~/ui/summary-card";

export const handle: PageHandle = { title: "Histories to decide" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "histories");
  const page = pageNumber(args.request);
  return { page, ...(await listWaitingHistories({ actor, page })) };
}

const YEARS_SHOWN = 4;

export default function Histories() {
  const { histories, total, page, pages } = useLoaderData<typeof loader>();
  const from = (page - 1) * HISTORIES_A_PAGE;
  return (
    <ServicePage width="wide" back={{ href: "/results", text: "Results files" }}>
      <PageHeading>Histories to decide</PageHeading>
      <p className="govuk-body">
        A school keeps the results of the one that it continues. Where it was made of several, where one became several,
        or where a case moved to a school that continues another already, the service does not guess.
      </p>
      {total === 0 ? (
        <InsetText>
          Nothing waits to be decided. A school comes here when a list of schools, a file of links, a results file or
          the move of a case leaves open whose results go on at it.
        </InsetText>
      ) : (
        <p className="govuk-body">
          {from + 1} to {from + histories.length} of {total}. Until each is decided, what was decided before counts, or
          no earlier results.
        </p>
      )}
      {histories.map((question) => (
        <SummaryCard
          key={question.key}
          title={question.choice.question}
          actions={[{ href: `/histories/${question.key}`, text: "Decide" }]}
        >
          <HistoryComparison question={question} years={YEARS_SHOWN} />
        </SummaryCard>
      ))}
      <Pagination page={page} pages={pages} hrefFor={(to) => `/histories?page=${to}`} />
    </ServicePage>
  );
}
