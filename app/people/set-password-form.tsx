import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/error-messages";
import { PasswordInput } from "~/ui/password-input";
import { PostForm } from "~/ui/post-form";
import type { useSchemaForm } from "~/ui/use-schema-form";
import { newPasswordHint } from "./typed-text";

type SetPasswordFormProps = {
  form: ReturnType<typeof useSchemaForm<{ password: string }>>;
  errors: FieldErrors;
  /** So that the browser keeps the password with its account. */
  email: string;
};

export function SetPasswordForm({ form, errors, email }: SetPasswordFormProps) {
  return (
    <PostForm onSubmit={form.onSubmit}>
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        {...form.register("password")}
        label="Password"
        hint={newPasswordHint}
        autoComplete="new-password"
        error={errors.password}
      />
      <Button>Set password</Button>
    </PostForm>
  );
}
