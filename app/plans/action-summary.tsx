import type { ReactNode } from "react";
import type { Action } from "~/ui/action-link";
import { formatDate } from "~/ui/format-date";
import { formatPounds } from "~/ui/format-number";
import { SummaryCard } from "~/ui/summary-card";
import { SummaryList } from "~/ui/summary-list";
import { actionKindName } from "./action-kinds";
import type { PlanActionContent } from "./plan-content";
import { type CauseKey, causeNames } from "./section-schemas";

const notSaid = <span className="govuk-hint">Not said</span>;
const causesInWords = (causes: string[] = []) =>
  causes.length === 0 ? notSaid : causes.map((key) => causeNames[key as CauseKey] ?? key).join(", ");

type ActionSummaryProps = {
  action: PlanActionContent;
  number: number;
  links?: Action[];
  forms?: ReactNode[];
  headingLevel?: 2 | 3;
  /** What stands behind its measure of success. */
  evidence?: ReactNode;
};

/** One action of a plan, all of it, with what can be done to it. */
export function ActionSummary({ action, number, links, forms, headingLevel = 3, evidence }: ActionSummaryProps) {
  const typed = (text: string) => <span className="app-typed-text">{text}</span>;
  return (
    <SummaryCard
      title={`Action ${number}: ${actionKindName(action.kind)}`}
      headingLevel={headingLevel}
      actions={links}
      forms={forms}
    >
      <SummaryList
        rows={[
          ...(action.supportSchool ? [{ key: "Accepted support", value: action.supportSchool }] : []),
          { key: "What", value: typed(action.what) },
          { key: "Who", value: typed(action.who) },
          { key: "When", value: `${formatDate(action.startsOn)} to ${formatDate(action.endsOn)}` },
          { key: "Cost", value: formatPounds(action.costPence / 100) },
          { key: "Funding", value: typed(action.funding) },
          { key: "Milestone", value: typed(action.milestone) },
          {
            key: "Measure of success",
            value: (
              <>
                {typed(action.measureOfSuccess)}
                {evidence}
              </>
            ),
          },
          { key: "Causes it answers", value: causesInWords(action.causes) },
          { key: "Target it is meant to move", value: action.targetYear ?? notSaid },
        ]}
      />
    </SummaryCard>
  );
}
