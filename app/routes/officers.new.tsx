import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AddOfficerForm, type AddOfficerValues } from "~/people/add-officer-form";
import { addOfficerSchema } from "~/people/add-officer.schema";
import { addOfficer } from "~/people/add-officer.server";
import { readForm } from "~/people/csrf.server";
import { listOfficers } from "~/people/list-officers.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";
import { formValues, parseForm } from "~/ui/parse-form";
import { useSchemaForm } from "~/ui/use-schema-form";

export const handle: PageHandle = { title: "Add an officer", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "officers.new");
  const councils = await listOfficers({ actor });
  return { councils: councils.map(({ code, name }) => ({ code, name })) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "officers.new");
  const form = await readForm(args.request, args.context);
  const typed = parseForm(addOfficerSchema, form);
  const values = formValues(form) as AddOfficerValues;
  if (!typed.ok) return data({ errors: typed.errors, values }, { status: 400 });
  const result = await runAction(actor, { href: "/officers", text: "See your officers" }, () =>
    addOfficer({ actor, ...typed.value, now: now() }),
  );
  if (!result.ok) return data({ errors: { [result.field]: result.message }, values }, { status: 400 });
  return redirectWithNotice(
    `/officers/${result.grantId}/set-password-link`,
    `${typed.value.name} is an officer of your council. If they are new, they need a link to set their password.`,
  );
}

export default function AddOfficer() {
  const { councils } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [only, ...others] = councils;
  const values = answer?.values ?? { name: "", email: "", councilCode: (others.length === 0 && only?.code) || "" };
  const form = useSchemaForm<AddOfficerValues>({
    schema: addOfficerSchema,
    defaultValues: values,
    serverErrors: answer?.errors,
  });
  return (
    <ServicePage width="narrow" back={{ href: "/officers" }} errors={form.errors}>
      <PageHeading>Add an officer</PageHeading>
      <AddOfficerForm form={form} values={values} councils={councils} />
    </ServicePage>
  );
}
