import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { getOfficer } from "~/people/get-officer.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { removeOfficer } from "~/people/remove-officer.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { Button } from "~/ui/button";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";

export const handle: PageHandle = { title: "Remove an officer" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "officers.$grantId.remove");
  const { name, councilName } = await getOfficer({ actor, grantId: args.params.grantId ?? "", now: now() });
  return { name, councilName };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "officers.$grantId.remove");
  await readForm(args.request, args.context);
  const { name, councilName } = await runAction(actor, { href: "/officers", text: "See your officers" }, () =>
    removeOfficer({ actor, grantId: args.params.grantId ?? "", now: now() }),
  );
  return redirectWithNotice("/officers", `${name} is no longer an officer of ${councilName}`);
}

export default function RemoveOfficer() {
  const { name, councilName } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="narrow" back={{ href: "/officers" }}>
      <PageHeading caption={councilName}>Remove {name}</PageHeading>
      <p className="govuk-body">When you remove {name}:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>with their next click they see nothing of {councilName} any more</li>
        <li>what they wrote stays in the plans, and what they did stays in the history under their name</li>
      </ul>
      <p className="govuk-body">You can add them again later, with the same email address.</p>
      <PostForm reloadDocument>
        <Button variant="warning">Remove officer</Button>
      </PostForm>
    </ServicePage>
  );
}
