import { formatDate } from "~/ui/format-date";
import type { Cohort } from "./board";

export type CohortDates = { id: string; name: string; version: number; dueOn: Record<Cohort, string> };

/** A case of a cohort that still owes its first submission. */
export type OwingCase = {
  id: string;
  councilCode: string;
  councilName: string;
  cohort: Cohort;
  /** "2027-02-26". */
  dueOn: string;
  firstDueOn: string;
};

/** Why a cohort cannot have this date, in a sentence, or null. The priority cohort is never due after the standard one. */
export function refuseCohortDate(
  dates: Record<Cohort, string>,
  { cohort, dueOn, today }: { cohort: Cohort; dueOn: string; today: string },
): string | null {
  if (dueOn <= today) return "New due date must be after today";
  if (cohort === "priority" && dueOn > dates.standard)
    return `New due date must not be after the standard cohort’s, ${formatDate(dates.standard)}`;
  if (cohort === "standard" && dueOn < dates.priority)
    return `New due date must not be before the priority cohort’s, ${formatDate(dates.priority)}`;
  return null;
}

export const REACHES_NONE = "No plan of this cohort would get another date";

/** Of these cases, those whose date the change would move. */
export const movedBy = (owing: OwingCase[], change: { cohort: Cohort; dueOn: string }): OwingCase[] =>
  owing.filter(
    ({ cohort, dueOn, firstDueOn }) =>
      cohort === change.cohort && (dueOn !== change.dueOn || firstDueOn !== change.dueOn),
  );
