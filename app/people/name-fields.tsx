import type { UseFormRegister } from "react-hook-form";
import type { FieldErrors } from "~/ui/error-messages";
import { TextInput } from "~/ui/text-input";

export type NameValues = { name: string; email: string };

type NameFieldsProps = { register: UseFormRegister<NameValues>; errors: FieldErrors; values: NameValues };

/** The name of somebody who is added, and the address that they sign in with. */
export function NameFields({ register, errors, values }: NameFieldsProps) {
  return (
    <>
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
    </>
  );
}
