import type { StandingCohort } from "./get-cohort-decision.server";

type StandingHintProps = { id?: string; standing: StandingCohort };

/** The cohort that a council has from an earlier publication: "Standard now: The council asked for more time." */
export function StandingHint({ id, standing: { cohort, reason } }: StandingHintProps) {
  return (
    <span id={id} className={id ? "govuk-hint govuk-checkboxes__hint" : "govuk-hint"}>
      {cohort === "priority" ? "Priority" : "Standard"} now{reason ? `: ${reason}` : ""}
    </span>
  );
}
