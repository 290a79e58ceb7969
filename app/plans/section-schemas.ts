import { z } from "zod";
import { CITES, readCites } from "~/evidence/cites";
import { dateBoxes, refineDate } from "~/ui/date-field";
import type { SectionKey } from "~workflows/school-plan/types";
import { listOf, type SectionContent, textOf } from "./plan-content";
import { readPounds } from "./read-pounds";

/** What a section's check needs to know besides its text. */
export type SectionSetting = {
  /** The years that need a target. */
  targetYears: number[];
  /** Whether every head has replied; where one has not, the plan explains why. */
  headReplied: boolean;
  actionCount: number;
};

export const causeNames = {
  leadership: "Leadership",
  teaching: "Teaching",
  english: "English",
  maths: "Maths",
  attendance: "Attendance",
  behaviour: "Behaviour",
  turnover: "Turnover of staff or pupils",
} as const;
export type CauseKey = keyof typeof causeNames;
export const causeKeys = Object.keys(causeNames) as CauseKey[];
/** A cause within a sentence: the name of a language keeps its capital. */
export const causeInWords = (key: CauseKey): string => (key === "english" ? "English" : causeNames[key].toLowerCase());

/** Without scripts no row can be added, so the form has this many from the start. */
export const riskRows = [1, 2, 3, 4, 5] as const;

const LONGEST = 5000;
const tooLong = (what: string) => `${what} must be ${LONGEST.toLocaleString("en-GB")} characters or fewer`;

const optional = (what: string) => z.string().trim().max(LONGEST, tooLong(what));
/** `what` begins the message about length: "Intake must be 5,000 characters or fewer". */
const required = (what: string, missing: string) => optional(what).min(1, missing);

const position = () =>
  z.object({
    standing: required("What the results show", "Enter what the results show"),
    intake: required("Intake", "Enter a description of the school’s intake"),
    improving: required("What is already improving", "Enter what is already improving"),
  });

const evidenceShape = Object.fromEntries(
  causeKeys.map((key) => [`evidence-${key}`, optional(`Evidence for ${causeInWords(key)}`).default("")]),
) as Record<`evidence-${CauseKey}`, z.ZodDefault<z.ZodString>>;

const causes = () =>
  z
    .object({
      // One ticked box comes as a text, none as nothing.
      causes: z.preprocess(
        (ticked) => (Array.isArray(ticked) ? ticked : ticked ? [ticked] : []),
        z.array(z.enum(causeKeys)).min(1, "Select at least one cause"),
      ),
      ...evidenceShape,
    })
    .superRefine((content, context) => {
      for (const key of content.causes)
        if (!content[`evidence-${key}`])
          context.addIssue({
            code: "custom",
            path: [`evidence-${key}`],
            message: `Enter the evidence for ${causeInWords(key)}`,
          });
    });

const actions = ({ actionCount }: SectionSetting) =>
  z.object({ together: optional("How the actions work together").default("") }).superRefine((_, context) => {
    if (actionCount === 0)
      context.addIssue({ code: "custom", path: ["add-action"], message: "Add at least one action" });
  });

const percent = (year: number) =>
  z
    .string()
    .trim()
    .transform((typed) => typed.replace(/\s*%$/, ""))
    .pipe(
      z
        .string()
        .min(1, `Enter the target for ${year}`)
        .regex(/^(100(\.0)?|\d{1,2}(\.\d)?)$/, `Target for ${year} must be a number from 0 to 100, such as 58 or 58.5`),
    );

const targets = ({ targetYears }: SectionSetting) =>
  z.object({
    ...(Object.fromEntries(targetYears.map((year) => [`target-${year}`, percent(year)])) as Record<
      string,
      ReturnType<typeof percent>
    >),
    basis: required("How you set the targets", "Enter how you set the targets"),
  });

const governance = ({ headReplied }: SectionSetting) =>
  z
    .object({
      ...dateBoxes("governors"),
      governorsSaid: required("What governors said", "Enter what governors were asked and what they said"),
      parents: required("Parents", "Enter how parents were told or asked, and what they said"),
      headAbsent: optional("Why there is no reply").default(""),
    })
    .superRefine((content, context) => {
      refineDate(content, "governors", "Date governors were consulted", context);
      if (!headReplied && content.headAbsent === "")
        context.addIssue({
          code: "custom",
          path: ["headAbsent"],
          message: "Enter why there is no reply from the headteacher",
        });
    });

const pounds = (missing: string, what: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .refine(
      (typed) => typed === "" || readPounds(typed) !== null,
      `${what} must be an amount in pounds, such as 12,500`,
    );

const cost = () =>
  z
    .object({
      otherCosts: pounds("Enter the other costs, or 0 if there are none", "Other costs"),
      otherCostsFor: optional("What the other costs are for").default(""),
      savings: pounds("Enter the savings from sharing, or 0 if there are none", "Savings from sharing"),
      savingsFrom: optional("Where the savings come from").default(""),
      funding: required("Funding", "Enter where the money comes from"),
    })
    .superRefine((content, context) => {
      const pairs = [
        ["otherCosts", "otherCostsFor", "Enter what the other costs are for"],
        ["savings", "savingsFrom", "Enter where the savings come from"],
      ] as const;
      for (const [amount, reason, message] of pairs)
        if ((readPounds(content[amount]) ?? 0) > 0 && content[reason] === "")
          context.addIssue({ code: "custom", path: [reason], message });
    });

const riskShape = Object.fromEntries(
  riskRows.flatMap((row) => [
    [`risk-${row}`, optional(`Risk ${row}`).default("")],
    [`mitigation-${row}`, optional(`What you will do about risk ${row}`).default("")],
  ]),
) as Record<string, z.ZodDefault<z.ZodString>>;

const risks = () =>
  z.object(riskShape).superRefine((content, context) => {
    if (riskRows.every((row) => content[`risk-${row}`] === "" && content[`mitigation-${row}`] === ""))
      context.addIssue({ code: "custom", path: ["risk-1"], message: "Enter at least one risk" });
    for (const row of riskRows) {
      const [risk, mitigation] = [content[`risk-${row}`], content[`mitigation-${row}`]];
      if (risk && !mitigation)
        context.addIssue({
          code: "custom",
          path: [`mitigation-${row}`],
          message: `Enter what you will do about risk ${row}`,
        });
      if (!risk && mitigation)
        context.addIssue({ code: "custom", path: [`risk-${row}`], message: `Enter risk ${row}` });
    }
  });

const schemas = { position, causes, actions, targets, governance, cost, risks };

/** The check that a section must pass to be complete, for browser and server; values are what was typed. */
export const sectionSchema = (
  section: SectionKey,
  setting: SectionSetting,
): z.ZodType<SectionContent, SectionContent> =>
  schemas[section](setting) as unknown as z.ZodType<SectionContent, SectionContent>;

/** The fields of each section; whatever else a form carries is not read. */
export function sectionFields(section: SectionKey, { targetYears }: Pick<SectionSetting, "targetYears">): string[] {
  const fields: Record<SectionKey, string[]> = {
    position: ["standing", "intake", "improving", CITES],
    causes: ["causes", ...causeKeys.map((key) => `evidence-${key}`), CITES],
    actions: ["together", CITES],
    targets: [...targetYears.map((year) => `target-${year}`), "basis", CITES],
    governance: ["governors-day", "governors-month", "governors-year", "governorsSaid", "parents", "headAbsent"],
    cost: ["otherCosts", "otherCostsFor", "savings", "savingsFrom", "funding"],
    risks: riskRows.flatMap((row) => [`risk-${row}`, `mitigation-${row}`]),
  };
  return fields[section];
}

/** Ticked boxes; every other field is a text. */
const isList = (field: string) => field === "causes" || field === CITES;

const shortEnough = z.record(
  z.string(),
  z.union([z.string().max(LONGEST, tooLong("This")), z.array(z.string().max(100)).max(20)]),
);

/** Reads a section's fields from what was posted, as typed: text of any state may be kept as a draft, if not too long. */
export function readSectionDraft(
  section: SectionKey,
  setting: Pick<SectionSetting, "targetYears">,
  values: Record<string, string | string[]>,
): { content: SectionContent; errors: Record<string, string> } {
  const content: SectionContent = {};
  for (const field of sectionFields(section, setting))
    content[field] = isList(field) ? listOf(values, field) : textOf(values, field).trim();
  const checked = shortEnough.safeParse({ ...content, [CITES]: [] });
  if (CITES in content) content[CITES] = readCites(content);
  const errors = checked.success
    ? {}
    : Object.fromEntries(checked.error.issues.map(({ path: [field] }) => [String(field), tooLong("The text")]));
  return { content, errors };
}

/** Whether nothing has been filled in. */
export const isSectionEmpty = (content: SectionContent): boolean =>
  Object.values(content).every((held) => held.length === 0);

/** Whether a section's text passes its check. */
export const isSectionComplete = (section: SectionKey, content: SectionContent, setting: SectionSetting): boolean =>
  sectionSchema(section, setting).safeParse(withEveryField(section, content, setting)).success;

/** The content with every field of the section present, so that a check names what is missing in its own words. */
export function withEveryField(
  section: SectionKey,
  content: SectionContent,
  setting: Pick<SectionSetting, "targetYears">,
): SectionContent {
  return Object.fromEntries(
    sectionFields(section, setting).map((field) => [
      field,
      isList(field) ? listOf(content, field) : textOf(content, field),
    ]),
  );
}
