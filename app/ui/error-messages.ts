import type { FieldErrors as FormErrors } from "react-hook-form";

/** The message of each field that has one, by field name ("actions.0.cost" inside lists). */
export type FieldErrors = Record<string, string>;

export interface ErrorLink {
  text: string;
  href?: string;
}

/**
 * The error summary's list, in the order of the messages.
 * Each links to the element whose id is the field's name; `targets` names another id, such as a date's first box.
 */
export function toErrorList(errors: FieldErrors, targets: Record<string, string> = {}): ErrorLink[] {
  return Object.entries(errors).map(([field, text]) => ({ text, href: `#${targets[field] ?? field}` }));
}

/** react-hook-form's nested errors as one message per dotted field name. */
export function toFieldErrors(errors: FormErrors, path = ""): FieldErrors {
  const found: FieldErrors = {};
  for (const [key, value] of Object.entries(errors as Record<string, unknown>)) {
    // A list's own error is kept by react-hook-form under "root".
    const name = key === "root" && path ? path : path ? `${path}.${key}` : key;
    if (typeof value !== "object" || value === null) continue;
    if ("message" in value && typeof value.message === "string" && value.message) found[name] ??= value.message;
    else if (!("ref" in value)) Object.assign(found, toFieldErrors(value as FormErrors, name));
  }
  return found;
}
