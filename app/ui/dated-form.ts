import { z } from "zod";
import { readDate, typedDate } from "./date-field";

type Typed = Record<string, unknown>;

/** Whether anything was typed into the three boxes of a date. */
const isTyped = (values: Typed, name: string) => Object.values(typedDate(values, name)).some((part) => part.trim());

/**
 * Puts a form's date into one field of its own, so that its message comes together with those of the other fields and
 * in their order. Wrap the object with z.preprocess(gatherDate("dueOn"), z.object({ dueOn: dateField(…), … })).
 */
export const gatherDate =
  <Values extends object>(name: string) =>
  (values: Values): object => ({ ...values, [name]: values });

type DateField = {
  name: string;
  /** Begins the messages: "New due date must be a real date". */
  label: string;
  /** The message for a real date that will not do, or null. */
  findProblem?: (date: string) => string | null;
};

/** A date that must be given, as "2027-02-26". */
export const dateField = ({ name, label, findProblem }: DateField) =>
  z.unknown().transform((values, context): string => {
    const read = readDate(values as Typed, name, label);
    const message = "message" in read ? read.message : (findProblem?.(read.date) ?? null);
    if (message === null && "date" in read) return read.date;
    context.addIssue({ code: "custom", message: message ?? "" });
    return z.NEVER;
  });

/** The same where it may be left out: null when nothing was typed. */
export const optionalDateField = (field: DateField) => {
  const given = dateField(field);
  return z.unknown().transform((values, context): string | null => {
    if (!isTyped(values as Typed, field.name)) return null;
    const parsed = given.safeParse(values);
    if (parsed.success) return parsed.data;
    for (const { message } of parsed.error.issues) context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
};
