import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/error-messages";
import { PasswordInput } from "~/ui/password-input";
import { PostForm } from "~/ui/post-form";
import { TextInput } from "~/ui/text-input";
import type { useSchemaForm } from "~/ui/use-schema-form";

export type SignInValues = { email: string; password: string; next?: string };

type SignInFormProps = {
  form: ReturnType<typeof useSchemaForm<SignInValues>>;
  errors: FieldErrors;
  email: string;
  next: string;
};

export function SignInForm({ form, errors, email, next }: SignInFormProps) {
  return (
    <PostForm action="/sign-in" onSubmit={form.onSubmit}>
      <input type="hidden" {...form.register("next")} defaultValue={next} />
      <TextInput
        {...form.register("email")}
        label="Email address"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        defaultValue={email}
        error={errors.email}
      />
      <PasswordInput {...form.register("password")} label="Password" error={errors.password} />
      <Button>Sign in</Button>
    </PostForm>
  );
}
