import { describeCaseStatus } from "~/deadlines/describe-case-status";
import { SummaryList } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";
import type { CaseForEvent } from "./get-case-for-event.server";

/** Which case a form is about, and how it stands. */
export function CaseSummary({ of }: { of: CaseForEvent }) {
  const status = describeCaseStatus(of);
  return (
    <SummaryList
      rows={[
        { key: "School", value: of.schoolUrn ? `${of.schoolName} (URN ${of.schoolUrn})` : of.schoolName },
        { key: "Council", value: of.councilName },
        { key: "Programme", value: of.programmeName },
        {
          key: "Status",
          value: (
            <>
              <Tag colour={status.colour}>{status.tag}</Tag>
              {status.date && (
                <>
                  <br />
                  {status.date}
                  {status.detail && <>. {status.detail}</>}
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
