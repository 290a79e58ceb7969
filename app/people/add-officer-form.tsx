import type { UseFormRegister } from "react-hook-form";
import { NameFields, type NameValues } from "./name-fields";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import type { useSchemaForm } from "~/ui/use-schema-form";

export type AddOfficerValues = NameValues & { councilCode: string };

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
      <NameFields register={register as unknown as UseFormRegister<NameValues>} errors={errors} values={values} />
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
