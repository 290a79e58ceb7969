import { z } from "zod";
import { dateBoxes, readDate, refineDate } from "~/ui/date-field";
import { commandId, longText } from "~/ui/long-text";
import { readDays } from "./half-days";
import { isTeacherSubject, subjectName, type TeacherSubject } from "./subjects";

const dateOf = (typed: Record<string, unknown>, name: string): string => {
  const read = readDate(typed, name, "Date");
  return "date" in read ? read.date : "";
};

export type SupportOnOffer = {
  /** Days of each specialist teacher that the school shares in all. */
  teachers: { subject: string; days: number }[];
  /** Its accreditation's first and last day. */
  term: { from: string; to: string };
  today: string;
  formatDate: (date: string) => string;
};

/** A request for support as it is typed, against what the school has to offer. */
export const askForSupportSchema = ({ teachers, term, today, formatDate }: SupportOnOffer) =>
  z
    .object({
      commandId,
      what: z.string("Select what you ask for").default(""),
      days: z.string().trim().default(""),
      ...dateBoxes("startsOn"),
      ...dateBoxes("endsOn"),
      message: longText({ missing: "Enter what support is needed", name: "What support is needed", limit: 2000 }),
    })
    .superRefine((typed, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      const teacher = teachers.find(({ subject }) => subject === typed.what);
      if (typed.what !== "place" && !teacher) issue("what", "Select what you ask for");
      if (teacher) {
        const days = readDays(typed.days);
        if (days === null) issue("days", "Enter days a week in whole or half days, such as 1.5");
        else if (days > teacher.days)
          issue("days", `${subjectName(teacher.subject)}: the school shares ${teacher.days} days a week at most`);
      }
      const startsOn = refineDate(typed, "startsOn", "Start date", context);
      const endsOn = refineDate(typed, "endsOn", "End date", context);
      if (typeof startsOn === "string" && (startsOn < term.from || startsOn > term.to))
        issue(
          "startsOn",
          `Start date must be between ${formatDate(term.from)} and ${formatDate(term.to)}, while the school is accredited`,
        );
      if (typeof endsOn !== "string") return;
      if (typeof startsOn === "string" && endsOn <= startsOn) issue("endsOn", "End date must be after the start date");
      else if (endsOn <= today) issue("endsOn", "End date must be after today");
      else if (endsOn > term.to)
        issue("endsOn", `End date must be on or before ${formatDate(term.to)}, when the accreditation ends`);
    })
    .transform(({ commandId, what, days, message, ...typed }) => ({
      commandId,
      message,
      kind: isTeacherSubject(what) ? ("teacher" as const) : ("place" as const),
      subject: isTeacherSubject(what) ? (what satisfies TeacherSubject) : null,
      days: isTeacherSubject(what) ? readDays(days) : null,
      startsOn: dateOf(typed, "startsOn"),
      endsOn: dateOf(typed, "endsOn"),
    }));

export type AskedSupport = z.output<ReturnType<typeof askForSupportSchema>>;
export type AskTyped = z.input<ReturnType<typeof askForSupportSchema>>;

export const emptyAsk: AskTyped = {
  commandId: "",
  what: "",
  days: "",
  "startsOn-day": "",
  "startsOn-month": "",
  "startsOn-year": "",
  "endsOn-day": "",
  "endsOn-month": "",
  "endsOn-year": "",
  message: "",
};
