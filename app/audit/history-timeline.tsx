import { formatDate, formatDateTime } from "~/ui/format-date";
import { Tag } from "~/ui/tag";
import { Timeline } from "~/ui/timeline";
import type { HistoryEntry } from "./get-history.server";

function Moved({ from, to }: { from: string | null; to: string }) {
  if (!from) return <p className="govuk-body">Plan due {formatDate(to)}.</p>;
  if (from === to) return <p className="govuk-body">The due date stays {formatDate(to)}.</p>;
  return (
    <p className="govuk-body">
      Due date moved from {formatDate(from)} to {formatDate(to)}.
    </p>
  );
}

/** The history of a case: who did what, in what role, when, with the words they gave and the dates that moved. */
export function HistoryTimeline({ entries }: { entries: HistoryEntry[] }) {
  if (entries.length === 0) return <p className="govuk-body">Nothing has been recorded yet.</p>;
  return (
    <Timeline
      headingLevel={2}
      entries={entries.map(({ id, title, by, at, words, moved, departmentOnly }) => ({
        id: `event-${id}`,
        title,
        by,
        at: { iso: at, text: formatDateTime(at) },
        words,
        children: (
          <>
            {moved && <Moved {...moved} />}
            {departmentOnly && <Tag colour="grey">Department only</Tag>}
          </>
        ),
      }))}
    />
  );
}
