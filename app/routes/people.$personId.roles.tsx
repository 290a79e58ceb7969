import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { getPerson } from "~/people/get-person.server";
import { GrantRoleForm } from "~/people/grant-role-form";
import { grantRole } from "~/people/grant-role.server";
import { HeldRoles } from "~/people/held-roles";
import { listCouncils } from "~/people/list-councils.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { grantRoleSchema } from "~/people/role-choice.schema";
import type { RoleValues } from "~/people/role-fields";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";
import { formValues, parseForm } from "~/ui/parse-form";
import { useSchemaForm } from "~/ui/use-schema-form";

export const handle: PageHandle = { title: "Roles", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "people.$personId.roles");
  const { id, name, version, roles } = await getPerson({ actor, personId: args.params.personId ?? "", now: now() });
  return { id, name, version, roles, councils: await listCouncils({ actor }) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "people.$personId.roles");
  const form = await readForm(args.request, args.context);
  const typed = parseForm(grantRoleSchema, form);
  const values = formValues(form) as RoleValues & { version: string };
  if (!typed.ok) return data({ errors: typed.errors, values }, { status: 400 });
  const personId = args.params.personId ?? "";
  const at = `/people/${personId}/roles`;
  const problem = await runAction(actor, { href: at, text: "See the roles as they are now" }, () =>
    grantRole({ actor, personId, version: Number(values.version), choice: typed.value, now: now() }),
  );
  if (problem) return data({ errors: { [problem.field]: problem.message }, values }, { status: 400 });
  return redirectWithNotice(at, "The role is granted");
}

export default function Roles() {
  const { id, name, version, roles, councils } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = answer?.values ?? { role: "", councilCode: "", school: "" };
  const form = useSchemaForm<RoleValues>({
    schema: grantRoleSchema,
    defaultValues: values,
    serverErrors: answer?.errors,
  });
  return (
    <ServicePage width="narrow" back={{ href: `/people/${id}` }} errors={form.errors}>
      <PageHeading caption={name}>Roles</PageHeading>
      <p className="govuk-body">A change takes hold with the person’s next request, also where they are signed in.</p>
      <HeldRoles personId={id} version={version} roles={roles} />
      <h2 className="govuk-heading-m">Grant a role</h2>
      <GrantRoleForm {...{ form, values, version, councils }} errors={form.errors} />
    </ServicePage>
  );
}
