import type { UseFormRegister } from "react-hook-form";
import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/error-messages";
import { PostForm } from "~/ui/post-form";
import { TextInput } from "~/ui/text-input";
import type { useSchemaForm } from "~/ui/use-schema-form";
import { RoleFields, type RoleValues } from "./role-fields";

export type AddPersonValues = RoleValues & { name: string; email: string };

type AddPersonFormProps = {
  form: ReturnType<typeof useSchemaForm<AddPersonValues>>;
  errors: FieldErrors;
  values: AddPersonValues;
  councils: { code: string; name: string }[];
};

export function AddPersonForm({ form, errors, values, councils }: AddPersonFormProps) {
  const { register } = form;
  return (
    <PostForm onSubmit={form.onSubmit}>
      <TextInput
        {...register("name")}
        label="Name"
        width="two-thirds"
        autoComplete="off"
        defaultValue={values.name}
        error={errors.name}
      />
      <TextInput
        {...register("email")}
        label="Work email address"
        hint="They sign in with it"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        width="two-thirds"
        defaultValue={values.email}
        error={errors.email}
      />
      <RoleFields
        register={register as unknown as UseFormRegister<RoleValues>}
        errors={errors}
        values={values}
        councils={councils}
      />
      <Button>Add person</Button>
    </PostForm>
  );
}
