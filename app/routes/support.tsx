import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import { pageNumber } from "~/platform/page-number";
import type { PageHandle } from "~/platform/page-scripts";
import { getSupportHome } from "~/support/get-support-home.server";
import { SupportRequestsTable, SupportSchoolsTable } from "~/support/support-tables";
import { LinkButton } from "~/ui/link-button";
import { PageHeading } from "~/ui/page-heading";
import { Pagination } from "~/ui/pagination";

export const handle: PageHandle = { title: "Support schools" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "support");
  const page = pageNumber(args.request);
  return { page, ...(await getSupportHome({ actor, page, now: now() })) };
}

export default function Support() {
  const home = useLoaderData<typeof loader>();
  const { councils, admin, today, page, pages } = home;
  return (
    <ServicePage>
      <PageHeading caption={councils.join(", ") || undefined}>Support schools</PageHeading>
      {councils.length > 0 && (
        <>
          <SupportRequestsTable
            caption="Requests to your support schools"
            requests={home.incoming}
            empty="No council has asked a support school of yours."
          />
          <SupportRequestsTable
            caption="Requests that you have sent"
            requests={home.outgoing}
            empty="You have not asked for support."
          />
          <h2 className="govuk-heading-m">Find support for a school</h2>
          {home.cases.length === 0 && <p className="govuk-body">No school of your council has an open case.</p>}
          <ul className="govuk-list">
            {home.cases.map(({ id, school, programme }) => (
              <li key={id}>
                <a className="govuk-link" href={`/support/cases/${id}`}>
                  {school}, {programme}
                </a>
              </li>
            ))}
          </ul>
          <SupportSchoolsTable
            caption="Support schools of your council"
            schools={home.own}
            today={today}
            empty="Your council has proposed no support school."
          />
          <LinkButton href="/support/new">Propose a support school</LinkButton>
        </>
      )}
      {admin && (
        <SupportSchoolsTable
          caption="Proposals to decide"
          schools={home.waiting}
          today={today}
          empty="No proposal waits for a decision."
        />
      )}
      <SupportSchoolsTable
        caption="All accredited support schools"
        schools={home.accredited}
        today={today}
        empty="No support school is accredited."
      />
      <Pagination page={page} pages={pages} hrefFor={(number) => `/support?page=${number}`} />
    </ServicePage>
  );
}
