import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { deactivatePerson } from "~/people/deactivate-person.server";
import { getPerson } from "~/people/get-person.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { Button } from "~/ui/button";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";

export const handle: PageHandle = { title: "Deactivate a person" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "people.$personId.deactivate");
  const { id, name, version } = await getPerson({ actor, personId: args.params.personId ?? "", now: now() });
  return { id, name, version };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "people.$personId.deactivate");
  const form = await readForm(args.request, args.context);
  const personId = args.params.personId ?? "";
  const at = `/people/${personId}`;
  const { name } = await runAction(actor, { href: at, text: "See the person as they are now" }, () =>
    deactivatePerson({ actor, personId, version: Number(form.get("version")), now: now() }),
  );
  return redirectWithNotice(at, `${name} is deactivated`);
}

export default function Deactivate() {
  const { id, name, version } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="narrow" back={{ href: `/people/${id}` }}>
      <PageHeading>Deactivate {name}</PageHeading>
      <p className="govuk-body">When you deactivate {name}:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>they are signed out at once and cannot sign in</li>
        <li>an unused link to set their password stops working</li>
        <li>what they did stays in the history under their name</li>
      </ul>
      <p className="govuk-body">You can reactivate them later, with the roles they hold now.</p>
      <PostForm version={version} reloadDocument>
        <Button variant="warning">Deactivate</Button>
      </PostForm>
    </ServicePage>
  );
}
