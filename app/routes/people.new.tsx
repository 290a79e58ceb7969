import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AddPersonForm, type AddPersonValues } from "~/people/add-person-form";
import { addPersonSchema } from "~/people/add-person.schema";
import { addPerson } from "~/people/add-person.server";
import { readForm } from "~/people/csrf.server";
import { listCouncils } from "~/people/list-councils.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";
import { formValues, parseForm } from "~/ui/parse-form";
import { useSchemaForm } from "~/ui/use-schema-form";

export const handle: PageHandle = { title: "Add a person", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "people.new");
  return { councils: await listCouncils({ actor }) };
}

const back = { href: "/people", text: "Go to the list of people" };

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "people.new");
  const form = await readForm(args.request, args.context);
  const typed = parseForm(addPersonSchema, form);
  const values = formValues(form) as AddPersonValues;
  if (!typed.ok) return data({ errors: typed.errors, values }, { status: 400 });
  const { name, email, ...choice } = typed.value;
  const result = await runAction(actor, back, () => addPerson({ actor, name, email, choice, now: now() }));
  if (!result.ok) return data({ errors: { [result.field]: result.message }, values }, { status: 400 });
  return redirectWithNotice(
    `/people/${result.personId}/set-password-link`,
    `${name} is added. They need a link to set their password.`,
  );
}

export default function AddPerson() {
  const { councils } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = answer?.values ?? { name: "", email: "", role: "", councilCode: "", school: "" };
  const form = useSchemaForm<AddPersonValues>({
    schema: addPersonSchema,
    defaultValues: values,
    serverErrors: answer?.errors,
  });
  return (
    <ServicePage width="narrow" back={{ href: "/people" }} errors={form.errors}>
      <PageHeading>Add a person</PageHeading>
      <AddPersonForm form={form} errors={form.errors} values={values} councils={councils} />
    </ServicePage>
  );
}
