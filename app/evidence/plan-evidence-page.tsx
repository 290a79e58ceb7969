import { ServicePage } from "~/people/service-page";
import type { PlanDetail } from "~/plans/get-plan.server";
import { LinkButton } from "~/ui/link-button";
import { PageHeading } from "~/ui/page-heading";
import { claimsCiting } from "./claims";
import { EvidenceTable } from "./evidence-table";
import type { ListedEvidence } from "./list-evidence.server";

type PlanEvidencePageProps = {
  plan: Pick<PlanDetail, "id" | "content" | "editable"> & { schoolName: string };
  evidence: ListedEvidence[];
};

/** All files of a plan, what cites each, and the way to add one while the plan is a draft. */
export function PlanEvidencePage({ plan, evidence }: PlanEvidencePageProps) {
  const { id, content, editable, schoolName } = plan;
  return (
    <ServicePage back={{ href: `/plans/${id}`, text: "Action plan" }}>
      <PageHeading caption={schoolName}>Evidence</PageHeading>
      <p className="govuk-body">
        Files that show what the plan says: its results, its causes, and how you will know that an action worked.{" "}
        {editable
          ? "Add a file here, then select it under the claim that it shows."
          : "The plan cannot be changed now, and neither can its files."}
      </p>
      <p className="govuk-body">
        Your council’s officers read all of them. The headteacher reads those that the plan cites, and the Department
        and an adviser those that a submitted plan cites.
      </p>
      {editable && (
        <LinkButton href={`/plans/${id}/evidence/new`} variant={evidence.length > 0 ? "secondary" : undefined}>
          Add a file
        </LinkButton>
      )}
      <EvidenceTable
        evidence={evidence}
        caption="Files of this plan"
        empty="No file has been added yet."
        claimsOf={(evidenceId) => claimsCiting(content, evidenceId).map(({ label }) => label)}
      />
    </ServicePage>
  );
}
