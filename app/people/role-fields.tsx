import type { UseFormRegister } from "react-hook-form";
import type { FieldErrors } from "~/ui/error-messages";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";

export type RoleValues = { role: string; councilCode?: string; school?: string };

type RoleFieldsProps = {
  register: UseFormRegister<RoleValues>;
  errors: FieldErrors;
  values: RoleValues;
  councils: { code: string; name: string }[];
};

/** The choice of a role, and of the council or school that it is for. */
export function RoleFields({ register, errors, values, councils }: RoleFieldsProps) {
  const choices = [
    { value: "officer", label: "Council officer", hint: "Drafts plans, challenges a flag and records progress" },
    { value: "lead", label: "Council lead", hint: "Also submits and withdraws plans for the council" },
    { value: "headteacher", label: "Headteacher", hint: "Reads one school’s figures and plan, and replies" },
    { value: "reviewer", label: "Department reviewer", hint: "Reviews submitted plans" },
    { value: "adviser", label: "Adviser", hint: "Reads and advises on one council’s submitted plans" },
    { value: "admin", label: "Department admin", hint: "Manages programmes, results, dates and people" },
  ];
  return (
    <>
      <Radios
        {...register("role")}
        legend="Role"
        legendSize="m"
        items={choices}
        defaultValue={values.role}
        error={errors.role}
      />
      <Select
        {...register("councilCode")}
        label="Council"
        hint="For officers, leads and advisers"
        defaultValue={values.councilCode}
        error={errors.councilCode}
        items={[
          { value: "", text: "Select a council" },
          ...councils.map(({ code, name }) => ({ value: code, text: `${name} (${code})` })),
        ]}
      />
      <TextInput
        {...register("school")}
        label="School"
        hint="For a headteacher: the school’s URN, or its council code and school number, like 001/2001"
        width={10}
        defaultValue={values.school}
        error={errors.school}
      />
    </>
  );
}
