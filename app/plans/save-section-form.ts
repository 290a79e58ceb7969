import { z } from "zod";
import { issuesToErrors } from "~/ui/parse-form";
import type { SectionKey } from "~workflows/school-plan/types";
import { type SectionContent, textOf } from "./plan-content";
import { readSectionDraft, sectionSchema, type SectionSetting } from "./section-schemas";

const MOST = 5000;

/** A section's check together with that of the reply to its comment, where there is one. */
export const withReply = (section: SectionKey, setting: SectionSetting, commented: boolean): z.ZodType =>
  z.intersection(
    sectionSchema(section, setting),
    z.object({
      reply: commented
        ? z
            .string()
            .trim()
            .min(1, "Enter a reply to the reviewer’s comment")
            .max(MOST, "Your reply must be 5,000 characters or fewer")
        : z.string().optional(),
    }),
  );

export type ReadSection = {
  content: SectionContent;
  reply: string;
  version: number;
  complete: boolean;
  form?: { key: string; nth: number };
  errors: Record<string, string>;
};

const formKey = z.uuid();

/** Which form the text comes from and its how manieth save it is; undefined where the form does not say so. */
function readFormKey(values: Record<string, string | string[]>): ReadSection["form"] {
  const key = formKey.safeParse(textOf(values, "formKey"));
  const nth = Number(textOf(values, "nth"));
  return key.success && Number.isInteger(nth) && nth > 0 && nth < 1_000_000 ? { key: key.data, nth } : undefined;
}

/**
 * Reads a section's posted form. Kept for later it may be in any state; saved as complete it has to pass the section's
 * check. `errors` is empty where it may be stored.
 */
export function readSectionForm(
  section: SectionKey,
  setting: SectionSetting,
  commented: boolean,
  values: Record<string, string | string[]>,
): ReadSection {
  const { content, errors } = readSectionDraft(section, setting, values);
  const reply = textOf(values, "reply").trim();
  const complete = textOf(values, "save") !== "later";
  const version = Number(textOf(values, "version")) || 0;
  const read = { content, reply, version, complete, form: readFormKey(values) };
  if (reply.length > MOST) errors.reply = "Your reply must be 5,000 characters or fewer";
  if (!complete || Object.keys(errors).length > 0) return { ...read, errors };
  const checked = withReply(section, setting, commented).safeParse({ ...content, reply });
  return { ...read, errors: checked.success ? {} : issuesToErrors(checked.error.issues) };
}
