import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HeadTold } from "~/notifications/head-told";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { CaseActions } from "~/plans/case-actions";
import { eventLinks } from "~/plans/case-events";
import { hasEnded } from "~/plans/final-states";
import { CaseFacts } from "~/plans/case-facts";
import { CaseStatus } from "~/plans/case-status";
import { getCasePage } from "~/plans/get-case-page.server";
import { councilsOf, holds, leads } from "~/platform/actor";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { nextStep } from "~/schools/next-step";
import { ResultsChart } from "~/schools/results-chart";
import { SupportOfCase } from "~/support/support-of-case";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = {
  title: ({ page }: Awaited<ReturnType<typeof loader>>) => `${page.case.school.name}: plan and results`,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId");
  const page = await getCasePage({ actor, caseId: args.params.caseId ?? "", now: now() });
  const { id, planId, planState, council } = page.case;
  const own = councilsOf(actor).includes(council.code);
  const goesOn = own && planId && !["identified", "challenged"].includes(planState);
  const isLead = leads(actor, council.code);
  return {
    page,
    own,
    isLead,
    links: eventLinks(page.case, page.case.available),
    next: goesOn ? nextStep({ caseId: id, planId, planState, ready: false, isLead }) : undefined,
    back: own
      ? { href: "/schools", text: "Your schools" }
      : holds(actor, "admin")
        ? { href: "/board", text: "Board" }
        : { href: "/reviews", text: "Review queue" },
    commandId: randomUUID(),
  };
}

export default function CasePage() {
  const { page, own, isLead, links, next, back, commandId } = useLoaderData<typeof loader>();
  const { school, programme, planState, id } = page.case;
  return (
    <ServicePage back={back}>
      <PageHeading caption={programme.name}>{school.name}</PageHeading>
      <CaseStatus {...page.case} today={page.today} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <CaseActions links={links} next={next} commandId={commandId} nothing="There is nothing for you to do now." />
          <HeadTold caseId={id} tellings={page.tellings} own={own} isLead={isLead} ended={hasEnded(planState)} />
          <ResultsChart id="results" results={page.results} />
          <CaseFacts page={page} own={own} />
          <SupportOfCase caseId={id} support={page.support} canAsk={own && !hasEnded(planState)} />
          <p className="govuk-body app-no-print">
            <a className="govuk-link" href={`/cases/${id}/history`}>
              History of {school.name}
            </a>
          </p>
          <p className="govuk-body app-no-print">
            <a className="govuk-link" href={`/cases/${id}/explained`}>
              How the flag was worked out
            </a>
          </p>
        </div>
      </div>
    </ServicePage>
  );
}
