import type { PlanDetail } from "~/plans/get-plan.server";
import type { SectionKey } from "~workflows/school-plan/types";
import { hasClaims } from "./claims";

/** The way from a section's form to the plan's evidence. */
export function EvidenceOfSection({ plan, section }: { plan: PlanDetail; section: SectionKey }) {
  if (!hasClaims(section)) return null;
  const add = `/plans/${plan.id}/evidence/new?section=${section}`;
  return (
    <p className="govuk-body">
      {plan.evidence.length === 0
        ? "You can cite files as evidence once they are added to the plan. "
        : "Under each claim, select the files that show it. "}
      <a className="govuk-link" href={add}>
        Add a file
      </a>{" "}
      (save your text first).
    </p>
  );
}
