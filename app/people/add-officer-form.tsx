import { Button } from "~/ui/button";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import { TextInput } from "~/ui/text-input";
import type { useSchemaForm } from "~/ui/use-schema-form";

export type AddOfficerValues = { name: string; email: string; councilCode: string };

type AddOfficerFormProps = {
  form: ReturnType<typeof useSchemaForm<AddOfficerValues>>;
  values: AddOfficerValues;
  /** The councils that the person leads; asked for only where there are several. */
  councils: { code: string; name: string }[];
};

export function AddOfficerForm({ form, values, councils }: AddOfficerFormProps) {
  const { register, errors } = form;
  const [only] = councils;
  return (
    <PostForm onSubmit={form.onSubmit}>
      <p className="govuk-body">
        An officer drafts plans, challenges a flag and records progress. You submit the plans.
      </p>
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
      {councils.length === 1 && only ? (
        <input type="hidden" {...register("councilCode")} defaultValue={only.code} />
      ) : (
        <Radios
          {...register("councilCode")}
          legend="Council"
          legendSize="m"
          items={councils.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={values.councilCode}
          error={errors.councilCode}
        />
      )}
      <Button>Add officer</Button>
    </PostForm>
  );
}
