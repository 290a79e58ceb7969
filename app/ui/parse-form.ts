import type { z } from "zod";
import type { FieldErrors } from "./error-messages";

/** What was typed, by field name; a list where the field came more than once or its name ends in "[]". */
export type FormValues = Record<string, string | string[]>;

export type ParsedForm<Value> = { ok: true; value: Value } | { ok: false; errors: FieldErrors; values: FormValues };

/** The text fields of a posted form. Line breaks are as people typed them, not as browsers send them. */
export function formValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const key of new Set(form.keys())) {
    if (key === "csrf") continue;
    const typed = form.getAll(key).filter((entry) => typeof entry === "string");
    const clean = typed.map((entry) => entry.replaceAll("\r\n", "\n"));
    if (key.endsWith("[]")) values[key.slice(0, -2)] = clean;
    else if (clean.length > 0) values[key] = clean.length > 1 ? clean : clean[0]!;
  }
  return values;
}

/** Each field's first message, by the field's name. */
export function issuesToErrors(issues: readonly z.core.$ZodIssue[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of issues) errors[issue.path.join(".")] ??= issue.message;
  return errors;
}

/** Checks a posted form against its schema, the same one that the browser uses; what was typed comes back with the errors. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData): ParsedForm<z.output<Schema>> {
  const values = formValues(form);
  const parsed = schema.safeParse(values);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, errors: issuesToErrors(parsed.error.issues), values };
}
