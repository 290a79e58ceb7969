import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EscalationNotices } from "~/escalation/escalation-notices";
import { listCouncilEscalations } from "~/escalation/list-council-escalations.server";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { CouncilProgrammes } from "~/schools/council-programmes";
import { listCouncilSchools } from "~/schools/list-council-schools.server";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Your schools" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "schools");
  const asked = { actor, now: now() };
  const [schools, escalations] = await Promise.all([listCouncilSchools(asked), listCouncilEscalations(asked)]);
  return { ...schools, escalations };
}

export default function Schools() {
  const { programmes, today, isLead, councils, hasDrafts, escalations } = useLoaderData<typeof loader>();
  return (
    <ServicePage>
      <PageHeading caption={councils.join(", ")}>Your schools</PageHeading>
      <EscalationNotices escalations={escalations} isLead={isLead} />
      {programmes.length === 0 && (
        <p className="govuk-body">
          No school of your council needs a plan. You will be told here if one is identified.
        </p>
      )}
      {hasDrafts && (
        <p className="govuk-body">
          <a className="govuk-link" href="/schools/progress">
            See how far each draft is
          </a>
        </p>
      )}
      <CouncilProgrammes programmes={programmes} today={today} isLead={isLead} />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href="/schools/feed">
          Follow your schools’ plans in a feed (Atom)
        </a>
      </p>
    </ServicePage>
  );
}
