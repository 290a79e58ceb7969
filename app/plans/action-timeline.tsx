import { ChartFigure } from "~/ui/chart-figure";
import { formatDateShort } from "~/ui/format-date";
import { SpanChart } from "~/ui/span-chart";
import { Table } from "~/ui/table";
import type { PlanContent } from "./plan-content";
import { actionName, type PlanDates, planTimeline } from "./plan-timeline";

const TITLE = "Timeline of the actions";

/** The actions of a plan over time, as a picture with its table; nothing where there are none. */
export function ActionTimeline({ id, content, dates }: { id: string; content: PlanContent; dates: PlanDates | null }) {
  const timeline = planTimeline(content, dates);
  if (!timeline) return null;
  const { description, rows, marks, words } = timeline;
  return (
    <ChartFigure
      title={TITLE}
      chart={
        <SpanChart id={id} title={TITLE} description={`${description} ${words}`.trim()} rows={rows} marks={marks} />
      }
      table={
        <Table
          caption={`${TITLE}: dates`}
          captionHidden
          small
          wide
          repeated
          rowHeaders
          columns={[
            { label: "Action" },
            { label: "Starts", nowrap: true },
            { label: "Ends", nowrap: true },
            { label: "Who" },
            { label: "Target" },
          ]}
          rows={content.actions.map((action, index) => ({
            key: action.id,
            cells: [
              actionName(action, index),
              formatDateShort(action.startsOn),
              formatDateShort(action.endsOn),
              action.who,
              action.targetYear ?? "–",
            ],
          }))}
        />
      }
      source={words}
    />
  );
}
