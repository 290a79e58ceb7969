import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/error-messages";
import { PasswordInput } from "~/ui/password-input";
import { PostForm } from "~/ui/post-form";
import type { useSchemaForm } from "~/ui/use-schema-form";
import { newPasswordHint } from "./typed-text";

type ChangePasswordFormProps = {
  form: ReturnType<typeof useSchemaForm<{ currentPassword: string; newPassword: string }>>;
  errors: FieldErrors;
};

export function ChangePasswordForm({ form, errors }: ChangePasswordFormProps) {
  return (
    <PostForm onSubmit={form.onSubmit}>
      <PasswordInput {...form.register("currentPassword")} label="Current password" error={errors.currentPassword} />
      <PasswordInput
        {...form.register("newPassword")}
        label="New password"
        hint={newPasswordHint}
        autoComplete="new-password"
        error={errors.newPassword}
      />
      <Button>Change password</Button>
    </PostForm>
  );
}
