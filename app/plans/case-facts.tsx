import { describeConcern, describeExitRule, describeFlagRule, describeGoal } from "~/schools/describe-rule";
import { describeSchoolLife } from "~/schools/school-life";
import { formatDate } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import type { CasePage } from "./get-case-page.server";
import { progressStatuses } from "./record-progress.schema";

type CaseFactsProps = {
  page: CasePage;
  /** The reader belongs to the school's council. */
  own: boolean;
};

const link = (href: string, text: string, className = "govuk-link") => (
  <a className={className} href={href}>
    {text}
  </a>
);

function Progress({ progress, caseId }: { progress: NonNullable<CasePage["progress"]>; caseId: string }) {
  const { actions, counts, latestAt } = progress;
  const words = Object.entries(progressStatuses).flatMap(([status, name]) =>
    counts[status] ? [`${counts[status]} ${name.toLowerCase()}`] : [],
  );
  return (
    <>
      <h2 className="govuk-heading-m">Progress</h2>
      <p className="govuk-body">
        {formatPlural(actions, "action")}: {words.join(", ")}.{" "}
        {latestAt ? `Last recorded on ${formatDate(latestAt)}.` : "No progress has been recorded yet."}
      </p>
      <p className="govuk-body">{link(`/cases/${caseId}/progress`, "See all progress")}</p>
    </>
  );
}

function dates({ case: found, replyByOn }: CasePage): SummaryRow[] {
  const { dueOn, firstDueOn, submittedOn, pendingExtension } = found;
  return [
    { key: "Due date", value: formatDate(dueOn) },
    ...(firstDueOn === dueOn ? [] : [{ key: "First due date", value: formatDate(firstDueOn) }]),
    ...(submittedOn ? [{ key: "Last submitted", value: formatDate(submittedOn) }] : []),
    ...(replyByOn ? [{ key: "Headteacher to reply by", value: formatDate(replyByOn) }] : []),
    ...(pendingExtension
      ? [{ key: "Extension asked for", value: `To ${formatDate(pendingExtension.requestedDueOn)}, not decided yet` }]
      : []),
  ];
}

/** Why a school was flagged, by which rule, when it leaves, its dates, and what was submitted. */
export function CaseFacts({ page, own }: CaseFactsProps) {
  const { school, programme, council, flag, reviewer, previousCaseId, planId, id } = page.case;
  return (
    <>
      <h2 className="govuk-heading-m">Why a plan is needed</h2>
      {flag && <InsetText>{flag.sentence}.</InsetText>}
      <p className="govuk-body">{describeFlagRule(programme)}</p>
      {flag?.firstConcern && <p className="govuk-body">{describeConcern(programme)}</p>}
      <h2 className="govuk-heading-m">When the school leaves the programme</h2>
      <p className="govuk-body">{describeExitRule(programme)}</p>
      {page.progress && <Progress progress={page.progress} caseId={id} />}
      <h2 className="govuk-heading-m">Dates and details</h2>
      <SummaryList
        rows={[
          ...dates(page),
          ...(page.revision
            ? [{ key: "Submitted plan", value: link(`/revisions/${page.revision.id}`, page.revision.reference) }]
            : []),
          ...(own && planId
            ? [{ key: "Plan", value: link(`/plans/${planId}`, "Open the plan", "govuk-link app-no-print") }]
            : []),
          ...(page.challenged
            ? [{ key: "Challenge", value: link(`/cases/${id}/challenge/evidence`, "Read the challenge and its files") }]
            : []),
          ...(reviewer ? [{ key: "Reviewer", value: reviewer.name }] : []),
          { key: "Programme’s goal", value: describeGoal(programme) },
          { key: "Council", value: `${council.name} (${council.code})` },
          {
            key: "School numbers",
            value: [school.urn && `URN ${school.urn}`, `LAESTAB ${school.laestab}`].filter(Boolean).join(", "),
          },
          ...(school.town ? [{ key: "Place", value: [school.town, school.postcode].filter(Boolean).join(", ") }] : []),
          ...describeSchoolLife(page.life, council.code),
          ...(previousCaseId
            ? [{ key: "Earlier case", value: link(`/cases/${previousCaseId}`, "Read the earlier case") }]
            : []),
        ]}
      />
    </>
  );
}
