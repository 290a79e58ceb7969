import type { SectionKey } from "~workflows/school-plan/types";
import type { PlanContent } from "./plan-content";
import { listFindings } from "./plan-findings";

type FindingListProps = {
  section: SectionKey;
  content: PlanContent;
  /** The plan's id where its reader can change it; others read the sentences alone. */
  planId?: string;
};

/** What the service points out in a section; nothing where there is nothing. */
export function FindingList({ section, content, planId }: FindingListProps) {
  const findings = listFindings(section, content);
  if (findings.length === 0) return null;
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        <strong>Points to look at</strong>
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {findings.map(({ sentence, mend }) => (
          <li key={sentence}>
            {sentence}{" "}
            {planId && (
              <a className="govuk-link app-no-print" href={`/plans/${planId}/${mend.path}`}>
                {mend.text}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="govuk-hint">
        The service worked these out from what the plan says. They do not keep a plan from being submitted.
      </p>
    </div>
  );
}
