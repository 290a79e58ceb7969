import { z } from "zod";
import { commandId } from "~/ui/long-text";
import { extensionOf, kindByExtension } from "./evidence-kinds";

/** The largest file that can be attached: 10 MiB. */
export const MAX_EVIDENCE_BYTES = 10 * 1024 * 1024;
export const LONGEST_DESCRIPTION = 200;

/** What a piece of evidence shows: it stands for the file wherever the file is cited. */
const description = z
  .string("Enter what the file shows")
  .transform((typed) => typed.trim().replace(/\s+/g, " "))
  .pipe(
    z
      .string()
      .min(1, "Enter what the file shows")
      .max(LONGEST_DESCRIPTION, `What the file shows must be ${LONGEST_DESCRIPTION} characters or fewer`),
  );

export const attachEvidenceSchema = z.object({ commandId, description });
export const describeEvidenceSchema = z.object({ description });

const allowed = "The selected file must be a PDF, PNG, JPEG, DOCX, XLSX, PPTX, ODT, ODS, CSV or TXT";
export const macroFile =
  "The selected file can hold macros. Save it as a document, workbook or presentation without macros (.docx, .xlsx or .pptx), then select that file";
export const oldOfficeFile =
  "The selected file is in an old Office format, which can hide macros. Open it and save it as .docx, .xlsx or .pptx, then select that file";
export const archiveFile = "The selected file is an archive. Select each file that it holds by itself";

const byEnding: [RegExp, string][] = [
  [/^(doc|xls|ppt)m$|^(dot|xlt|pot|pps|ppa|xla)[mx]?$|^xlsb$/, macroFile],
  [/^(doc|xls|ppt)$/, oldOfficeFile],
  [/^(zip|7z|rar|gz|tgz|tar|bz2|xz)$/, archiveFile],
  [/^(svg|html?|xhtml|mht|xml)$/, `${allowed}. Pages and drawings that can hold scripts are not accepted`],
];

/** What is wrong with a file by its name and size, before its content is looked at; null where nothing is. */
export function refuseFile(file: { name: string; size: number } | null): string | null {
  if (!file?.name) return "Select a file";
  if (file.size === 0) return "The selected file is empty";
  if (file.size > MAX_EVIDENCE_BYTES) return "The selected file must be smaller than 10MB";
  const extension = extensionOf(file.name);
  if (kindByExtension(extension)) return null;
  return byEnding.find(([ending]) => ending.test(extension))?.[1] ?? allowed;
}
