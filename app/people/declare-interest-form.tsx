import { Button } from "~/ui/button";
import { CharacterCount } from "~/ui/character-count";
import type { FieldErrors } from "~/ui/error-messages";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import type { useSchemaForm } from "~/ui/use-schema-form";

export type InterestValues = { kind: string; school?: string; councilCode?: string; nature: string };

type DeclareInterestFormProps = {
  form: ReturnType<typeof useSchemaForm<InterestValues>>;
  errors: FieldErrors;
  values: InterestValues;
  councils: { code: string; name: string }[];
};

export function DeclareInterestForm({ form, errors, values, councils }: DeclareInterestFormProps) {
  const { register } = form;
  const school = (
    <TextInput
      {...register("school")}
      label="School"
      hint="Its URN, or its council code and school number, like 001/2001"
      width={10}
      defaultValue={values.school}
      error={errors.school}
    />
  );
  const council = (
    <Select
      {...register("councilCode")}
      label="Council"
      defaultValue={values.councilCode}
      error={errors.councilCode}
      items={[
        { value: "", text: "Select a council" },
        ...councils.map(({ code, name }) => ({ value: code, text: `${name} (${code})` })),
      ]}
    />
  );
  return (
    <PostForm onSubmit={form.onSubmit}>
      <Radios
        {...register("kind")}
        legend="What is the interest in?"
        defaultValue={values.kind}
        error={errors.kind}
        items={[
          { value: "school", label: "One school", conditional: school },
          { value: "council", label: "A council and all its schools", conditional: council },
        ]}
      />
      <CharacterCount
        {...register("nature")}
        label="What is your interest?"
        hint="For example, you worked there, or a member of your family does. Do not name other people."
        maxLength={500}
        rows={3}
        defaultValue={values.nature}
        error={errors.nature}
      />
      <Button>Declare interest</Button>
    </PostForm>
  );
}
