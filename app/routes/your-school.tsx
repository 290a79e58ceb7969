import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { getOwnSchool } from "~/schools/get-own-school.server";
import { OwnCaseView } from "~/schools/own-case-view";
import { PageHeading } from "~/ui/page-heading";
import { SummaryList } from "~/ui/summary-list";

export const handle: PageHandle = { title: "Your school" };

export async function loader(args: LoaderFunctionArgs) {
  return getOwnSchool({ actor: requireAccess(args, "your-school"), now: now() });
}

export default function YourSchool() {
  const { school, life, cases } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="narrow">
      <PageHeading caption={school.council}>{school.name}</PageHeading>
      {cases.length === 0 && (
        <p className="govuk-body">
          There is no plan here. If a programme asks for one for your school, your council tells you first, and you can
          then read why and reply here.
        </p>
      )}
      {cases.map((own) => (
        <OwnCaseView key={own.id} own={own} />
      ))}
      <h2 className="govuk-heading-m">The school through time</h2>
      <SummaryList rows={life} />
    </ServicePage>
  );
}
