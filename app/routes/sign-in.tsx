import { type ActionFunctionArgs, data, type HeadersArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sessionCookie, visitorCookie } from "~/people/cookies.server";
import { readForm } from "~/people/csrf.server";
import { DemonstrationAccountList } from "~/people/demonstration-account-list";
import { findDemonstrationPassword, listDemonstrationAccounts } from "~/people/demonstration-accounts.server";
import { localPath } from "~/people/local-path";
import { ServicePage } from "~/people/service-page";
import { SignInForm, type SignInValues } from "~/people/sign-in-form";
import { signInSchema } from "~/people/sign-in.schema";
import { signIn } from "~/people/sign-in.server";
import { waitSentence } from "~/people/sign-in-wait";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { InsetText } from "~/ui/inset-text";
import { PageHeading } from "~/ui/page-heading";
import { parseForm } from "~/ui/parse-form";
import { useSchemaForm } from "~/ui/use-schema-form";

export const handle: PageHandle = { title: "Sign in", scripts: true };

export function loader({ request, context }: LoaderFunctionArgs) {
  return {
    next: localPath(new URL(request.url).searchParams.get("next")),
    groups: listDemonstrationAccounts(),
    password: findDemonstrationPassword(),
    signedInAs: context.actor?.name ?? null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, context);
  const at = now();
  const typed = parseForm(signInSchema, form);
  const email = String(form.get("email") ?? "");
  const next = localPath(String(form.get("next") ?? ""));
  if (!typed.ok) return data({ errors: typed.errors, email, next }, { status: 400 });
  const { address, sessionHash } = context;
  const result = await signIn({ ...typed.value, address, oldSessionHash: sessionHash, now: at });
  if (!result.ok) {
    const { waitUntil } = result;
    const message = waitUntil ? waitSentence(waitUntil, at) : "The email address or the password is not right";
    const wait = waitUntil && { "Retry-After": String(Math.ceil((waitUntil.getTime() - at.getTime()) / 1_000)) };
    return data({ errors: { email: message }, email, next }, { status: wait ? 429 : 400, headers: wait ?? {} });
  }
  // The token of the forms before sign-in ends with them.
  const cookies = [sessionCookie.write(result.token), visitorCookie.clear()];
  return redirect(next, { status: 303, headers: cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]) });
}

export const headers = ({ actionHeaders }: HeadersArgs) => actionHeaders;

export default function SignIn() {
  const { groups, password, signedInAs, ...asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const email = answer?.email ?? "";
  const next = answer?.next ?? asked.next;
  const form = useSchemaForm<SignInValues>({
    schema: signInSchema,
    defaultValues: { email, password: "", next },
    serverErrors: answer?.errors,
  });
  const { errors } = form;
  const fields = <SignInForm {...{ form, errors, email, next }} />;
  const switching = signedInAs && (
    <InsetText>You are signed in as {signedInAs}. Signing in as somebody else signs you out first.</InsetText>
  );
  if (groups.length === 0)
    return (
      <ServicePage width="narrow" errors={errors}>
        <PageHeading>Sign in</PageHeading>
        {switching}
        {fields}
        <p className="govuk-body">
          To get an account or a new password, ask an admin of the Department for a set-password link.
        </p>
      </ServicePage>
    );
  return (
    <ServicePage errors={errors} width="wide">
      <PageHeading>Sign in</PageHeading>
      <p className="govuk-body-l">From published results to an approved action plan, by its deadline.</p>
      {switching}
      <div className="app-beside">
        <div>
          <h2 className="govuk-heading-m">Choose who to be</h2>
          <p className="govuk-body">
            Every account here is made up. Select one to sign in as that person, or{" "}
            <a className="govuk-link" href="#with-password">
              use an email address
            </a>
            .
          </p>
          <DemonstrationAccountList groups={groups} next={next} />
        </div>
        <div className="app-beside__side">
          <h2 className="govuk-heading-m" id="with-password">
            Use an email address
          </h2>
          {fields}
          <p className="govuk-hint">
            The password of every account is <strong>{password}</strong>
          </p>
        </div>
      </div>
    </ServicePage>
  );
}
