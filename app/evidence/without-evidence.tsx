import type { PlanDetail } from "~/plans/get-plan.server";
import { formatPlural } from "~/ui/format-number";
import { claimsWithoutEvidence } from "./claims";

/** How much evidence a draft has, and what of its claims cites none; it may be submitted all the same. */
export function WithoutEvidence({ plan }: { plan: PlanDetail }) {
  const missing = claimsWithoutEvidence(plan.content).length;
  return (
    <>
      <h2 className="govuk-heading-m">Evidence</h2>
      <p className="govuk-body">
        {plan.evidence.length === 0
          ? "No file has been added as evidence."
          : `${formatPlural(plan.evidence.length, "file")} ${plan.evidence.length === 1 ? "has" : "have"} been added as evidence.`}{" "}
        {missing > 0 &&
          `${formatPlural(missing, "claim")} ${missing === 1 ? "cites" : "cite"} none, and ${missing === 1 ? "is" : "are"} marked “No evidence cited” to the reviewer. You can submit the plan all the same.`}
      </p>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={`/plans/${plan.id}/evidence`}>
          Evidence of this plan
        </a>
      </p>
    </>
  );
}
