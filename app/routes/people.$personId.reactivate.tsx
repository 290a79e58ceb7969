import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { describeRole } from "~/people/describe-role";
import { getPerson } from "~/people/get-person.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { reactivatePerson } from "~/people/reactivate-person.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { Button } from "~/ui/button";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";

export const handle: PageHandle = { title: "Reactivate a person" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "people.$personId.reactivate");
  const person = await getPerson({ actor, personId: args.params.personId ?? "", now: now() });
  return { id: person.id, name: person.name, version: person.version, roles: person.roles };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "people.$personId.reactivate");
  const form = await readForm(args.request, args.context);
  const personId = args.params.personId ?? "";
  const at = `/people/${personId}`;
  const { name } = await runAction(actor, { href: at, text: "See the person as they are now" }, () =>
    reactivatePerson({ actor, personId, version: Number(form.get("version")), now: now() }),
  );
  return redirectWithNotice(at, `${name} is reactivated`);
}

export default function Reactivate() {
  const { id, name, version, roles } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="narrow" back={{ href: `/people/${id}` }}>
      <PageHeading>Reactivate {name}</PageHeading>
      <p className="govuk-body">
        {name} can sign in again with the password they had
        {roles.length > 0 ? ", and holds these roles:" : ". They hold no role until you grant one."}
      </p>
      {roles.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {roles.map((role) => (
            <li key={role.id}>{describeRole(role)}</li>
          ))}
        </ul>
      )}
      <PostForm version={version} reloadDocument>
        <Button>Reactivate</Button>
      </PostForm>
    </ServicePage>
  );
}
