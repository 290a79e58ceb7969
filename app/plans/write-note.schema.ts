import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";
import { sectionKeys } from "~workflows/school-plan/types";

export const NOTE_LIMIT = 2000;

export const writeNoteSchema = z.object({
  commandId,
  section: z.enum(sectionKeys, "Select the section that the note is about"),
  words: longText({ missing: "Enter your note", name: "Your note", limit: NOTE_LIMIT }),
});
