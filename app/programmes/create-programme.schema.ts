import { z } from "zod";
import { measures } from "~/identification/measures";
import { dateBoxes, readDate } from "~/ui/date-field";

const MAX_YEARS = 10;
const MAX_PUPILS = 1000;
/** The Department's first tables and a year that nobody lives to see: outside lies a slip of the finger. */
const [FIRST_YEAR, LAST_YEAR] = [1992, 2100];

/** What people type with a percentage, taken off: "55 %" is 55. */
const percentage = (name: string) =>
  z
    .string()
    .transform((typed) => typed.trim().replace(/\s*%$/, ""))
    .pipe(
      z
        .string()
        .min(1, `Enter the ${name[0]?.toLowerCase()}${name.slice(1)}`)
        .regex(/^\d{1,3}(\.\d{1,4})?$/, `${name} must be a percentage, like 55`)
        .refine((typed) => Number(typed) <= 100, `${name} must be between 0 and 100`),
    );

const wholeNumber = (name: string, min: number, max: number) =>
  z
    .string()
    .trim()
    .min(1, `Enter the ${name[0]?.toLowerCase()}${name.slice(1)}`)
    .regex(/^\d{1,6}$/, `${name} must be a whole number`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `${name} must be between ${min} and ${max}`);

const year = (name: string) =>
  z
    .string()
    .trim()
    .min(1, `Enter the ${name[0]?.toLowerCase()}${name.slice(1)}`)
    .regex(/^\d{4}$/, `${name} must be a year of 4 numbers, like 2026`)
    .transform(Number)
    .refine((value) => value >= FIRST_YEAR && value <= LAST_YEAR, `${name} must be a real year`);

const fields = z.object({
  commandId: z.uuid().optional(),
  template: z.enum(["primary", "secondary"], "Select a template"),
  name: z
    .string()
    .trim()
    .min(1, "Enter the name of the programme")
    .max(100, "Name of the programme must be 100 characters or fewer"),
  measure: z.enum(Object.keys(measures) as [keyof typeof measures], "Select a measure"),
  floor: percentage("Floor"),
  latestYear: year("Latest year"),
  ruleYears: wholeNumber("Number of years below the floor", 1, MAX_YEARS),
  concernYears: wholeNumber("Number of years for a first concern", 1, MAX_YEARS),
  gapPolicy: z.enum(["break", "skip"], "Select what a year without a published result means"),
  minPublishedYears: wholeNumber("Smallest number of published years", 1, MAX_YEARS),
  minPupils: wholeNumber("Smallest number of pupils", 0, MAX_PUPILS),
  goalValue: percentage("Goal"),
  goalKind: z.enum(["everySchool", "national"], "Select whom the goal is for"),
  goalYear: year("Year of the goal"),
  exitYears: wholeNumber("Number of years at or above the floor", 1, MAX_YEARS),
  cohortSize: wholeNumber("Number of priority councils", 0, 200),
  smallestCouncil: wholeNumber("Smallest number of eligible schools", 1, 500),
  graceDays: wholeNumber("Days of grace", 0, 365),
  ...dateBoxes("priorityDueOn"),
  ...dateBoxes("standardDueOn"),
});

/** What a programme's form sends: text, as it was typed. */
export type ProgrammeValues = z.input<typeof fields>;

type Typed = z.output<typeof fields>;
const areNumbers = (...values: unknown[]) => values.every((value) => typeof value === "number");
const messageOf = (values: unknown, name: string, label: string): string | undefined => {
  const read = readDate((values ?? {}) as Record<string, unknown>, name, label);
  return "message" in read ? read.message : undefined;
};

/** `when`: so that every message of a long form shows at once, not those of whole fields first. */
const isDate = (name: "priorityDueOn" | "standardDueOn", label: string) => {
  const options = {
    path: [name as string],
    when: () => true,
    error: (issue: { input?: unknown }) => messageOf(issue.input, name, label),
  };
  return [(values: Typed) => messageOf(values, name, label) === undefined, options] as const;
};

const dateOf = (values: Typed, name: string): string => {
  const read = readDate(values, name, "");
  return "date" in read ? read.date : "";
};

/** A programme's settings. The due dates are "2027-02-26"; whether they are in the future is asked where the day is known. */
export const programmeSchema = fields
  .refine(({ ruleYears, concernYears }) => concernYears >= ruleYears, {
    path: ["concernYears"],
    when: ({ value }) => areNumbers((value as Typed).ruleYears, (value as Typed).concernYears),
    error: "Number of years for a first concern must be the same as or more than the number of years below the floor",
  })
  .refine(
    ({ gapPolicy, minPublishedYears, concernYears }) => gapPolicy === "break" || minPublishedYears <= concernYears,
    {
      path: ["minPublishedYears"],
      when: ({ value }) => areNumbers((value as Typed).minPublishedYears, (value as Typed).concernYears),
      error:
        "Smallest number of published years must be the same as or fewer than the number of years for a first concern",
    },
  )
  .refine(({ goalYear, latestYear }) => goalYear >= latestYear, {
    path: ["goalYear"],
    when: ({ value }) => areNumbers((value as Typed).goalYear, (value as Typed).latestYear),
    error: "Year of the goal must be the same as or after the latest year",
  })
  .refine(...isDate("priorityDueOn", "Priority due date"))
  .refine(...isDate("standardDueOn", "Standard due date"))
  .refine(
    (values) => {
      const [priority, standard] = [dateOf(values, "priorityDueOn"), dateOf(values, "standardDueOn")];
      return !priority || !standard || priority <= standard;
    },
    {
      path: ["priorityDueOn"],
      when: () => true,
      error: "Priority due date must be the same as or before the standard due date",
    },
  )
  .transform((values) => {
    const { commandId, ...settings } = values;
    const dates = {
      priorityDueOn: dateOf(values, "priorityDueOn"),
      standardDueOn: dateOf(values, "standardDueOn"),
    };
    return { commandId, settings: { ...pickSettings(settings), ...dates } };
  });

/** The settings without the boxes of the dates. */
function pickSettings(values: Omit<z.output<typeof fields>, "commandId">) {
  const {
    template,
    name,
    measure,
    floor,
    latestYear,
    ruleYears,
    concernYears,
    gapPolicy,
    minPublishedYears,
    minPupils,
  } = values;
  const { goalValue, goalKind, goalYear, exitYears, cohortSize, smallestCouncil, graceDays } = values;
  const rule = { measure, floor, latestYear, ruleYears, concernYears, gapPolicy, minPublishedYears, minPupils };
  return { template, name, ...rule, goalValue, goalKind, goalYear, exitYears, cohortSize, smallestCouncil, graceDays };
}

export type ProgrammeSettings = z.output<typeof programmeSchema>["settings"];

/** Messages by field for due dates that are not after `today`. */
export function refusePastDates(
  { priorityDueOn, standardDueOn }: Pick<ProgrammeSettings, "priorityDueOn" | "standardDueOn">,
  today: string,
): Record<string, string> | null {
  const errors = {
    ...(priorityDueOn <= today && { priorityDueOn: "Priority due date must be in the future" }),
    ...(standardDueOn <= today && { standardDueOn: "Standard due date must be in the future" }),
  };
  return Object.keys(errors).length > 0 ? errors : null;
}
