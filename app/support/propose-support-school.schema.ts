import { z } from "zod";
import { commandId, longText } from "~/ui/long-text";
import { readDays } from "./half-days";
import { isSupportSubject, subjectName, type TeacherSubject } from "./subjects";

const MOST_PLACES = 20;

const daysOf = (subject: TeacherSubject) =>
  z
    .string()
    .trim()
    .default("")
    .refine(
      (typed) => typed === "" || readDays(typed) !== null,
      `${subjectName(subject)} teachers: days a week must be whole or half days from 0.5 to 20`,
    );

/** A council's proposal of a support school as it is typed. */
export const proposeSupportSchoolSchema = z
  .object({
    commandId,
    schoolId: z.uuid("Select a school"),
    // One box that is ticked comes as a text, several as a list.
    subjects: z
      .union([z.string(), z.array(z.string()), z.literal(false)])
      .default([])
      .transform((ticked) => [ticked].flat().filter(isSupportSubject))
      .refine((subjects) => subjects.length > 0, "Select at least one subject"),
    capacity: z
      .string()
      .trim()
      .refine(
        (typed) => /^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST_PLACES,
        `Enter how many schools it can support at a time, from 1 to ${MOST_PLACES}`,
      ),
    englishDays: daysOf("english"),
    mathsDays: daysOf("maths"),
    languagesDays: daysOf("languages"),
    offer: longText({ missing: "Enter what the school can offer", name: "What the school can offer", limit: 2000 }),
  })
  .transform(({ capacity, englishDays, mathsDays, languagesDays, ...rest }) => {
    const days = { english: readDays(englishDays), maths: readDays(mathsDays), languages: readDays(languagesDays) };
    return {
      ...rest,
      capacity: Number(capacity),
      teachers: Object.entries(days).flatMap(([subject, of]) => (of === null ? [] : [{ subject, days: of }])),
    };
  });

export type Proposal = z.output<typeof proposeSupportSchoolSchema>;
export type ProposalTyped = z.input<typeof proposeSupportSchoolSchema>;

export const emptyProposal: ProposalTyped = {
  commandId: "",
  schoolId: "",
  subjects: [],
  capacity: "",
  englishDays: "",
  mathsDays: "",
  languagesDays: "",
  offer: "",
};
