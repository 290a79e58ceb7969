import type { FieldErrors } from "~/ui/error-messages";
import { issuesToErrors } from "~/ui/parse-form";
import type { Cohort } from "./board";
import { type CohortDates, movedBy, type OwingCase, REACHES_NONE, refuseCohortDate } from "./cohort-date-rules";
import type { CohortPreview } from "./set-cohort-deadline-form";
import { cohortDateSchema } from "./set-cohort-deadline.schema";
import { isWorkingDay } from "./working-days";

type Previewed = { preview: CohortPreview | null; errors: FieldErrors };
type Change = { cohort: Cohort; dueOn: string };

function describe(programme: CohortDates, touched: OwingCase[], { cohort, dueOn }: Change): CohortPreview {
  const plans = new Map<string, number>();
  for (const { councilName } of touched) plans.set(councilName, (plans.get(councilName) ?? 0) + 1);
  const councils = [...plans].map(([name, count]) => ({ name, plans: count }));
  return {
    cohort,
    from: programme.dueOn[cohort],
    to: dueOn,
    councils: councils.sort((one, other) => one.name.localeCompare(other.name, "en-GB")),
    plans: touched.length,
    extended: touched.filter((row) => row.dueOn !== row.firstDueOn).length,
    workingDay: isWorkingDay(dueOn),
  };
}

/** What a change that the address asks for would touch; errors by field where it cannot be; nothing where none is asked. */
export function previewCohortDeadline(asked: {
  programme: CohortDates;
  owing: OwingCase[];
  values: Record<string, string>;
  /** "2026-11-24". */
  today: string;
}): Previewed {
  const { programme, owing, values, today } = asked;
  if (!("dueOn-day" in values)) return { preview: null, errors: {} };
  const parsed = cohortDateSchema.safeParse({ "dueOn-month": "", "dueOn-year": "", ...values });
  if (!parsed.success) return { preview: null, errors: issuesToErrors(parsed.error.issues) };
  const refusal = refuseCohortDate(programme.dueOn, { ...parsed.data, today });
  if (refusal) return { preview: null, errors: { dueOn: refusal } };
  const touched = movedBy(owing, parsed.data);
  if (touched.length === 0) return { preview: null, errors: { dueOn: REACHES_NONE } };
  return { preview: describe(programme, touched, parsed.data), errors: {} };
}
