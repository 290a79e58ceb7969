import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { ChangePasswordForm } from "~/people/change-password-form";
import { changePasswordSchema } from "~/people/change-password.schema";
import { changePassword } from "~/people/change-password.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { waitSentence } from "~/people/sign-in-wait";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import type { FieldErrors } from "~/ui/error-messages";
import { PageHeading } from "~/ui/page-heading";
import { parseForm } from "~/ui/parse-form";
import { useSchemaForm } from "~/ui/use-schema-form";

export const handle: PageHandle = { title: "Change your password", scripts: true };

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "account.password");
  return null;
}

const refuse = (errors: FieldErrors, status: number) => data({ errors }, { status });

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "account.password");
  const typed = parseForm(changePasswordSchema, await readForm(args.request, args.context));
  if (!typed.ok) return refuse(typed.errors, 400);
  const at = now();
  const { address, sessionHash } = args.context;
  const result = await changePassword({ actor, ...typed.value, address, sessionHash, now: at });
  if (result.ok) return redirectWithNotice("/account", "Your password is changed. You are signed out everywhere else.");
  return result.waitUntil
    ? refuse({ currentPassword: waitSentence(result.waitUntil, at) }, 429)
    : refuse({ currentPassword: "This is not your current password" }, 400);
}

export default function ChangePassword() {
  const form = useSchemaForm({
    schema: changePasswordSchema,
    defaultValues: { currentPassword: "", newPassword: "" },
    serverErrors: useActionData<typeof action>()?.errors,
  });
  return (
    <ServicePage width="narrow" back={{ href: "/account" }} errors={form.errors}>
      <PageHeading>Change your password</PageHeading>
      <ChangePasswordForm form={form} errors={form.errors} />
    </ServicePage>
  );
}
