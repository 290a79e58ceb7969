import { NameFields, type NameValues } from "./name-fields";
import type { UseFormRegister } from "react-hook-form";
import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/error-messages";
import { PostForm } from "~/ui/post-form";
import type { useSchemaForm } from "~/ui/use-schema-form";
import { RoleFields, type RoleValues } from "./role-fields";

export type AddPersonValues = RoleValues & NameValues;

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
      <NameFields register={register as unknown as UseFormRegister<NameValues>} errors={errors} values={values} />
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
