import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { DeclareInterestForm, type InterestValues } from "~/people/declare-interest-form";
import { declareInterestSchema } from "~/people/declare-interest.schema";
import { declareInterest } from "~/people/declare-interest.server";
import { DeclaredInterests } from "~/people/declared-interests";
import { listCouncils } from "~/people/list-councils.server";
import { listInterests } from "~/people/list-interests.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";
import { formValues, parseForm } from "~/ui/parse-form";
import { useSchemaForm } from "~/ui/use-schema-form";

export const handle: PageHandle = { title: "Declare an interest", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "account.interests");
  return { interests: await listInterests({ actor }), councils: await listCouncils({ actor }) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "account.interests");
  const form = await readForm(args.request, args.context);
  const typed = parseForm(declareInterestSchema, form);
  const values = formValues(form) as InterestValues;
  if (!typed.ok) return data({ errors: typed.errors, values }, { status: 400 });
  const problem = await declareInterest({ actor, interest: typed.value, now: now() });
  if (problem) return data({ errors: { [problem.field]: problem.message }, values }, { status: 400 });
  return redirectWithNotice("/account/interests", "Your interest is declared");
}

export default function DeclareInterest() {
  const { interests, councils } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = answer?.values ?? { kind: "", school: "", councilCode: "", nature: "" };
  const form = useSchemaForm<InterestValues>({
    schema: declareInterestSchema,
    defaultValues: values,
    serverErrors: answer?.errors,
  });
  return (
    <ServicePage width="narrow" back={{ href: "/account" }} errors={form.errors}>
      <PageHeading>Declare an interest</PageHeading>
      <p className="govuk-body">
        A plan is reviewed only by somebody independent. While you have an interest in a school or a council declared
        here, you cannot review its plans.
      </p>
      {interests.length > 0 ? <DeclaredInterests interests={interests} /> : null}
      <h2 className="govuk-heading-m">{interests.length > 0 ? "Declare another interest" : "Your interest"}</h2>
      <DeclareInterestForm form={form} errors={form.errors} values={values} councils={councils} />
    </ServicePage>
  );
}
