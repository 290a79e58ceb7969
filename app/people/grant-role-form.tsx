import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/error-messages";
import { PostForm } from "~/ui/post-form";
import type { useSchemaForm } from "~/ui/use-schema-form";
import { RoleFields, type RoleValues } from "./role-fields";

type GrantRoleFormProps = {
  form: ReturnType<typeof useSchemaForm<RoleValues>>;
  errors: FieldErrors;
  values: RoleValues;
  version: number;
  councils: { code: string; name: string }[];
};

export function GrantRoleForm({ form, errors, values, version, councils }: GrantRoleFormProps) {
  return (
    <PostForm onSubmit={form.onSubmit} version={version}>
      <RoleFields register={form.register} errors={errors} values={values} councils={councils} />
      <Button>Grant role</Button>
    </PostForm>
  );
}
