import { z } from "zod";
import { dateBoxes, readDate, refineDate } from "~/ui/date-field";
import { toDateParts } from "~/ui/format-date";
import { isActionKind, takesSupport } from "./action-kinds";
import { causeKeys } from "./section-schemas";
import type { PlanActionContent } from "./plan-content";
import { penceToTyped, readPounds } from "./read-pounds";

const LONGEST = 2000;
const text = (what: string, missing: string) =>
  z.string().trim().min(1, missing).max(LONGEST, `${what} must be 2,000 characters or fewer`);

const dateOf = (typed: Record<string, unknown>, name: string): string => {
  const read = readDate(typed, name, "Date");
  return "date" in read ? read.date : "";
};

const isCause = (key: string) => causeKeys.some((cause) => cause === key);

// One ticked box comes as a text, none as nothing.
const listed = (ticked: unknown) => (Array.isArray(ticked) ? ticked : ticked ? [ticked] : []);

/** One action of a plan as it is typed; the cost comes out in whole pence, the dates as "2027-02-26". */
export const planActionSchema = z
  .object({
    kind: z.string().default("").refine(isActionKind, "Select the kind of support"),
    what: text("What will be done", "Enter what will be done"),
    who: text("Who will do it", "Enter who will do it"),
    ...dateBoxes("from"),
    ...dateBoxes("to"),
    cost: z
      .string()
      .trim()
      .min(1, "Enter the cost, or 0 if there is none")
      .refine(
        (typed) => typed === "" || readPounds(typed) !== null,
        "Cost must be an amount in pounds, such as 12,500",
      ),
    funding: text("Funding", "Enter where the money comes from"),
    milestone: text("Milestone", "Enter a milestone"),
    measureOfSuccess: text("Measure of success", "Enter how you will know that it worked"),
    // Neither is demanded: a plan says where one is missing, and an action may be written before causes and targets.
    causes: z.preprocess(
      listed,
      z.array(z.string()).refine((ticked) => ticked.every(isCause), "Select causes from the list"),
    ),
    targetYear: z
      .string()
      .default("")
      .refine((typed) => typed === "" || /^20\d\d$/.test(typed), "Select a year from the list"),
    supportRequestId: z.string().default(""),
  })
  // A check of its own before the transform, so that the dates are told together with whatever else is missing.
  .superRefine((typed, context) => {
    const startsOn = refineDate(typed, "from", "Start date", context);
    const endsOn = refineDate(typed, "to", "End date", context);
    if (typeof startsOn === "string" && typeof endsOn === "string" && endsOn < startsOn)
      context.addIssue({
        code: "custom",
        path: ["to"],
        message: "End date must be the same as or after the start date",
      });
  })
  .transform((typed) => {
    const { kind, what, who, funding, milestone, measureOfSuccess, causes, targetYear, supportRequestId } = typed;
    return {
      kind,
      what,
      who,
      startsOn: dateOf(typed, "from"),
      endsOn: dateOf(typed, "to"),
      costPence: readPounds(typed.cost) ?? 0,
      funding,
      milestone,
      measureOfSuccess,
      ...(causes.length > 0 && { causes: causeKeys.filter((key) => causes.includes(key)) }),
      ...(targetYear !== "" && { targetYear: Number(targetYear) }),
      ...(supportRequestId && takesSupport(kind) && { supportRequestId }),
    } satisfies ActionAnswers;
  });

export type ActionAnswers = Omit<PlanActionContent, "id">;
export type PlanActionTyped = Omit<z.input<typeof planActionSchema>, "causes" | "targetYear"> & {
  causes: string[];
  targetYear: string;
};

export const emptyAction: PlanActionTyped = {
  kind: "",
  what: "",
  who: "",
  "from-day": "",
  "from-month": "",
  "from-year": "",
  "to-day": "",
  "to-month": "",
  "to-year": "",
  cost: "",
  funding: "",
  milestone: "",
  measureOfSuccess: "",
  causes: [],
  targetYear: "",
  supportRequestId: "",
};

/** A stored action as its form shows it. */
export function typedAction(action: ActionAnswers): PlanActionTyped {
  const [from, to] = [toDateParts(action.startsOn), toDateParts(action.endsOn)];
  const { kind, what, who, funding, milestone, measureOfSuccess } = action;
  return {
    ...{ kind, what, who, funding, milestone, measureOfSuccess },
    ...{ "from-day": from.day, "from-month": from.month, "from-year": from.year },
    ...{ "to-day": to.day, "to-month": to.month, "to-year": to.year },
    cost: penceToTyped(action.costPence),
    causes: action.causes ?? [],
    targetYear: String(action.targetYear ?? ""),
    supportRequestId: action.supportRequestId ?? "",
  };
}
