import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { getOwnSchool } from "~/schools/get-own-school.server";
import { OwnCaseView } from "~/schools/own-case-view";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Your school" };

export async function loader(args: LoaderFunctionArgs) {
  return getOwnSchool({ actor: requireAccess(args, "your-school") });
}

export default function YourSchool() {
  const { school, cases } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="narrow">
      <PageHeading caption={school.council}>{school.name}</PageHeading>
      {cases.length === 0 && <p className="govuk-body">No programme asks for a plan for your school.</p>}
      {cases.map((own) => (
        <OwnCaseView key={own.id} own={own} />
      ))}
    </ServicePage>
  );
}
