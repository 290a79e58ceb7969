import type { FieldErrors } from "~/ui/error-messages";
import { parseForm } from "~/ui/parse-form";
import { attachEvidenceSchema, refuseFile } from "./attach-evidence.schema";

type Uploaded = { form: FormData; file: { name: string; size: number; bytes: Buffer | null } | null };

export type ReadEvidence = {
  errors: FieldErrors;
  description: string;
  /** The status of an answer with these errors. */
  status: number;
  /** What may be attached, if its content is what its name says; null where something is wrong. */
  asked: { file: { name: string; bytes: Buffer }; description: string; commandId: string } | null;
};

/** Reads the posted form of a file: what is wrong with it by field, and what was typed, which stays. */
export function readEvidenceForm({ form, file }: Uploaded): ReadEvidence {
  const parsed = parseForm(attachEvidenceSchema, form);
  const problem = refuseFile(file);
  const errors = { ...(problem && { file: problem }), ...(parsed.ok ? {} : parsed.errors) };
  const typed = form.get("description");
  const description = typeof typed === "string" ? typed : "";
  const status = file && !file.bytes ? 413 : 400;
  if (problem || !file?.bytes || !parsed.ok) return { errors, description, status, asked: null };
  return { errors, description, status, asked: { file: { name: file.name, bytes: file.bytes }, ...parsed.value } };
}
