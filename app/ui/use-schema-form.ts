import { zodResolver } from "@hookform/resolvers/zod";
import { type FormEvent, useEffect, useRef } from "react";
import { type DefaultValues, type FieldValues, useForm, type UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import { type FieldErrors, toFieldErrors } from "./error-messages";
import { focusErrorSummary } from "./focus-error-summary";

type SchemaForm<Values extends FieldValues> = UseFormReturn<Values> & {
  /** The messages to show: the server's until the form is sent again from the browser. */
  errors: FieldErrors;
  /** Give this to PostForm's onSubmit. */
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * react-hook-form over a real form. Without scripts the browser posts it and the server answers with the same messages;
 * with scripts the schema checks first, and what passes is posted by the browser all the same, so that the next page
 * is a new page with its own title and focus. A second click while it is on its way does nothing.
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
  const stage = useRef<"editing" | "checked" | "sent">("editing");
  useEffect(() => {
    // A page that the browser kept and shows again by Back can be sent again.
    const reopen = () => (stage.current = "editing");
    window.addEventListener("pageshow", reopen);
    return () => window.removeEventListener("pageshow", reopen);
  }, []);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (stage.current === "checked") {
      stage.current = "sent";
      return;
    }
    event.preventDefault();
    if (stage.current === "sent") return;
    const sender = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const send = () => {
      stage.current = "checked";
      // In a task of its own: browsers ignore a request to submit while the form's submit event is still on its way.
      setTimeout(() => sender.requestSubmit(submitter));
    };
    void form.handleSubmit(send, focusErrorSummary)(event);
  };
  const { errors, isSubmitted } = form.formState;
  return { ...form, errors: isSubmitted ? toFieldErrors(errors) : serverErrors, onSubmit };
}
