import { z } from "zod";

/** The largest results file that can be uploaded, in bytes: five times the national file. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

/** The year is that in which the school year ends; left empty, the file's own is taken. */
export const uploadResultsFileSchema = z.object({
  year: z
    .string()
    .trim()
    .regex(/^((19|20)\d\d)?$/, "Year must be the year in which the school year ends, like 2026")
    .transform((year) => (year === "" ? null : Number(year))),
});

/** What is wrong with a file before it is sent, or as it arrived; null where nothing is. */
export function refuseUpload(file: { name: string; size: number } | null): string | null {
  if (!file) return "Select a results file, list of schools or file of links";
  if (file.size === 0) return "The selected file is empty";
  if (file.size > MAX_UPLOAD_BYTES) return `The selected file must be smaller than ${MAX_UPLOAD_BYTES / 1024 / 1024}MB`;
  if (/\.(xlsx?|xlsm|ods|numbers)$/i.test(file.name))
    return "The selected file is a spreadsheet. In Excel choose File, Save as, CSV UTF-8, then select the file it saves";
  if (/\.(pdf|docx?|zip|png|jpe?g)$/i.test(file.name)) return "The selected file must be a CSV, or a CSV packed as .gz";
  return null;
}
