import { formatDate } from "~/ui/format-date";
import { SummaryCard } from "~/ui/summary-card";
import { SummaryList } from "~/ui/summary-list";
import type { PendingRequest } from "./get-extension-request.server";

/** What the council asked for, as it was written. */
export function RequestDetails({ request, dueOn }: { request: PendingRequest; dueOn: string }) {
  return (
    <SummaryCard title="The council’s request">
      <SummaryList
        rows={[
          { key: "Asked by", value: `${request.askedBy}, ${request.askedAt}` },
          { key: "Present due date", value: formatDate(dueOn) },
          { key: "Date asked for", value: formatDate(request.requestedDueOn) },
          { key: "Reason", value: <span className="app-typed-text">{request.reason}</span> },
        ]}
      />
    </SummaryCard>
  );
}
