import { describeCaseStatus } from "~/deadlines/describe-case-status";
import { Tag } from "~/ui/tag";

type CaseStatusProps = { planState: string; dueOn: string; submittedOn: string | null; today: string };

/** How a case stands, in a line: the tag, the date, and how far off it is. */
export function CaseStatus(props: CaseStatusProps) {
  const { tag, colour, date, detail } = describeCaseStatus(props);
  return (
    <p className="govuk-body">
      <Tag colour={colour}>{tag}</Tag>
      {date && <> {date}</>}
      {detail && <>. {detail}.</>}
    </p>
  );
}
