import type { FieldErrors } from "~/ui/error-messages";

/** The messages in the order of the fields on the page, which is how an error summary lists them. */
export const orderErrors = (errors: FieldErrors, fields: readonly string[]): FieldErrors => {
  const placeOf = (field: string) => {
    // A date's message bears the name of the date, its boxes that name and the part.
    const at = fields.findIndex((candidate) => candidate === field || candidate.startsWith(`${field}-`));
    return at === -1 ? fields.length : at;
  };
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => placeOf(a) - placeOf(b)));
};
