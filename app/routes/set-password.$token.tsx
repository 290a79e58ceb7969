import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sessionCookie } from "~/people/cookies.server";
import { readForm } from "~/people/csrf.server";
import { findSetPasswordLink } from "~/people/find-set-password-link.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { ServicePage } from "~/people/service-page";
import { SetPasswordForm } from "~/people/set-password-form";
import { setPasswordSchema } from "~/people/set-password.schema";
import { setPassword } from "~/people/set-password.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";
import { parseForm } from "~/ui/parse-form";
import { useSchemaForm } from "~/ui/use-schema-form";

export const handle: PageHandle = { title: "Set your password", scripts: true };

export async function loader({ params }: LoaderFunctionArgs) {
  const link = await findSetPasswordLink({ token: params.token ?? "", now: now() });
  // The same answer for a link that was used, has expired or never was.
  return data(link && { name: link.name, email: link.email }, { status: link ? 200 : 404 });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const typed = parseForm(setPasswordSchema, await readForm(request, context));
  if (!typed.ok) return data({ errors: typed.errors }, { status: 400 });
  const set = await setPassword({ token: params.token ?? "", password: typed.value.password, now: now() });
  if (!set) return data({ errors: {} }, { status: 404 });
  const response = redirectWithNotice("/sign-in", "Your password is set. Sign in with it now.");
  response.headers.append("Set-Cookie", sessionCookie.clear());
  return response;
}

function UnusableLink() {
  return (
    <ServicePage width="narrow">
      <PageHeading>This link cannot be used</PageHeading>
      <p className="govuk-body">A link to set a password works once, and for 48 hours.</p>
      <p className="govuk-body">
        If you have set your password with it,{" "}
        <a href="/sign-in" className="govuk-link">
          sign in
        </a>
        . If not, ask the admin who gave you the link for a new one.
      </p>
      <p className="govuk-body">If you pasted the web address, check that you copied all of it.</p>
    </ServicePage>
  );
}

export default function SetPassword() {
  const link = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useSchemaForm({
    schema: setPasswordSchema,
    defaultValues: { password: "" },
    serverErrors: answer?.errors,
  });
  if (!link) return <UnusableLink />;
  return (
    <ServicePage width="narrow" errors={form.errors}>
      <PageHeading>Set your password</PageHeading>
      <p className="govuk-body">
        This is for {link.name}, who signs in as {link.email}. Once it is set, this link stops working and you are
        signed out everywhere.
      </p>
      <SetPasswordForm form={form} errors={form.errors} email={link.email} />
    </ServicePage>
  );
}
