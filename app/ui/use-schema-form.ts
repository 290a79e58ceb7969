import { zodResolver } from "@hookform/resolvers/zod";
import { useNavigation, useSubmit } from "@remix-run/react";
import type { FormEvent } from "react";
import { type DefaultValues, type FieldValues, useForm, type UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import { type FieldErrors, toFieldErrors } from "./error-messages";

type SchemaForm<Values extends FieldValues> = UseFormReturn<Values> & {
  /** The messages to show: the server's until the form is sent again from the browser. */
  errors: FieldErrors;
  /** Give this to PostForm's onSubmit. */
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * react-hook-form over a real form: without scripts the browser posts it and the server answers with the same messages;
 * with scripts the schema checks first and the same form is sent. A second click while it is on its way does nothing.
 */
export function useSchemaForm<Values extends FieldValues>(options: {
  schema: z.ZodType<unknown, Values>;
  defaultValues: DefaultValues<Values>;
  /** What the action answered, if it did. */
  serverErrors?: FieldErrors;
}): SchemaForm<Values> {
  const { schema, defaultValues, serverErrors = {} } = options;
  const form = useForm<Values>({
    resolver: zodResolver(schema as never) as never,
    defaultValues,
    shouldFocusError: false,
    reValidateMode: "onSubmit",
  });
  const send = useSubmit();
  const { state } = useNavigation();
  const { formState } = form;
  const found = toFieldErrors(formState.errors);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state !== "idle") return;
    const target = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    void form.handleSubmit(() => send((submitter as HTMLButtonElement | null) ?? target, { method: "post" }))(event);
  };
  return Object.assign(form, {
    errors:
      Object.keys(found).length > 0 || formState.isSubmitted
        ? { ...serverErrorsAfter(formState.isSubmitSuccessful, serverErrors), ...found }
        : serverErrors,
    onSubmit,
  });
}

// Once the browser's own check has passed and the form was sent, what the server answers counts again.
const serverErrorsAfter = (sent: boolean, errors: FieldErrors): FieldErrors => (sent ? errors : {});
