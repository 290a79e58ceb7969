import { z } from "zod";

export const LONG_TEXT_LIMIT = 4000;

/** A text that must be given. `missing` is the message when it is empty ("Enter your reason"), `name` begins the one when it is too long. */
export const longText = ({
  missing,
  name,
  limit = LONG_TEXT_LIMIT,
}: {
  missing: string;
  name: string;
  limit?: number;
}) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(limit, `${name} must be ${limit.toLocaleString("en-GB")} characters or fewer`);

/** The key that a form carries, so that the same form posted again has one effect. */
export const commandId = z.uuid("Open the page again and repeat what you did");

/** The key of a form that has no other field; undefined where the form came without one. */
export const parseCommandId = (form: FormData): string | undefined => commandId.safeParse(form.get("commandId")).data;
