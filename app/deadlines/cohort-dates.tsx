import { formatDate } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import { SummaryList } from "~/ui/summary-list";
import type { Cohort } from "./board";

type CohortDatesProps = { dueOn: Record<Cohort, string>; owing: Record<Cohort, number> };

/** The two cohorts' dates, and how many plans still owe their first submission. */
export function CohortDates({ dueOn, owing }: CohortDatesProps) {
  const row = (key: string, cohort: Cohort) => ({
    key,
    value: (
      <>
        Plans due {formatDate(dueOn[cohort])}
        <br />
        {formatPlural(owing[cohort], "first submission")} still owed
      </>
    ),
  });
  return <SummaryList rows={[row("Priority cohort", "priority"), row("Standard cohort", "standard")]} />;
}
