import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { choosePublishedProgramme } from "~/statistics/choose-published-programme.server";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Statistics" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "statistics");
  const asked = new URL(args.request.url).searchParams.get("programme");
  const { programme } = await choosePublishedProgramme({ actor, programmeId: asked });
  if (programme) throw redirect(`/statistics/${programme.id}`, 303);
  return null;
}

export default function Statistics() {
  return (
    <ServicePage>
      <PageHeading>Statistics</PageHeading>
      <p className="govuk-body">No programme has been published. Its figures will be here once one is.</p>
    </ServicePage>
  );
}
