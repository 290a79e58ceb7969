import { formatDate, formatDateTime } from "~/ui/format-date";
import { Tag } from "~/ui/tag";
import { Timeline } from "~/ui/timeline";
import type { HistoryEntry } from "./get-history.server";

function Moved({ from, to }: { from: string | null; to: string }) {
  if (!from) return <p className="app-timeline__by">Plan due {formatDate(to)}.</p>;
  if (from === to) return <p className="app-timeline__by">The due date stays {formatDate(to)}.</p>;
  return (
    <p className="app-timeline__by">
      Due date moved from <strong>{formatDate(from)}</strong> to <strong>{formatDate(to)}</strong>.
    </p>
  );
}

/** The history of a case: who did what, in what role, when, with the words they gave and the dates that moved. */
export function HistoryTimeline({ entries, headingLevel = 2 }: { entries: HistoryEntry[]; headingLevel?: 2 | 3 }) {
  if (entries.length === 0) return <p className="govuk-body">Nothing has been recorded yet.</p>;
  return (
    <Timeline
      headingLevel={headingLevel}
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
